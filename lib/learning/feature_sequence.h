// Features of a sequence: what the sequence model sees of each position, as 64-bit hashes.
//
//   FeatureSequence features;                          one sentence, two tokens
//   features.add(feature(kWord, hash_bytes("Kim")));
//   features.add(feature(kShape, hash_bytes("Xx")));
//   features.end_position();
//   features.add(feature(kWord, hash_bytes("met")));
//   features.end_position();
//
// A feature is only its hash: which property of the text it stands for (its template) is known to
// the caller, who hashes the same way when it trains and when it decodes. Two features that
// collide in 64 bits share their weights; that is so rare that nobody has to care. The object is
// meant to be reused from sentence to sentence: `clear` keeps the memory.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace lede::learning {

using Feature = std::uint64_t;
using Label = std::uint8_t;

// A position whose label the model chooses.
inline constexpr Label kFree = 0xFF;

// Most features that one position may have: more would overflow its 16-bit scores.
inline constexpr std::size_t kMaxFeatures = 200;

// Spreads the bits of two words over one (a folded 64 x 64 bit product). Not symmetric.
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    __extension__ typedef unsigned __int128 Wide;  // NOLINT(modernize-use-using): takes no mark
    const Wide product = static_cast<Wide>(a ^ 0x9E3779B97F4A7C15U) * (b ^ 0xD6E8FEB86659FD93U);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

// Hash of a string; the same on every machine of one byte order. Linear, eight bytes a step.
inline std::uint64_t hash_bytes(std::string_view bytes) {
    std::uint64_t hash = bytes.size();
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        hash = mix(hash, word);
    }
    std::uint64_t word = 0;
    for (std::size_t shift = 0; at < bytes.size(); ++at, shift += 8)
        word |= std::uint64_t{static_cast<unsigned char>(bytes[at])} << shift;
    return mix(hash, word);
}

// The feature "property `kind` has value `a`" (and `b`): `kind` numbers the caller's templates.
constexpr Feature feature(std::uint32_t kind, std::uint64_t a) { return mix(a, kind); }
constexpr Feature feature(std::uint32_t kind, std::uint64_t a, std::uint64_t b) {
    return mix(mix(a, kind), b);
}

class FeatureSequence {
  public:
    void clear() {
        features_.clear();
        ends_.clear();
        pins_.clear();
    }

    // Adds a feature to the position that is being filled.
    void add(Feature value) { features_.push_back(value); }

    // Adds the features that `write` adds. `key` serves those who take the same calls and keep sums
    // of weights (emissions.h): features that it determines.
    template <typename Write>
    void group(std::uint64_t /*key*/, Write write) {
        write();
    }

    static void expect(std::uint64_t /*key*/) {}

    // Nothing is settled for those who learn.
    static Label settled(float /*margin*/) { return kFree; }

    // Ends the position. A `pin` other than kFree fixes its label: a decoder gives it that label
    // whatever its features say, and its neighbours are decoded accordingly; it needs no features.
    void end_position(Label pin = kFree) {
        assert(features_.size() - begin(size()) <= kMaxFeatures);
        ends_.push_back(static_cast<std::uint32_t>(features_.size()));
        pins_.push_back(pin);
    }

    // Number of positions ended.
    std::size_t size() const { return ends_.size(); }

    std::span<const Feature> at(std::size_t position) const {
        return std::span(features_).subspan(begin(position), ends_[position] - begin(position));
    }
    Label pin(std::size_t position) const { return pins_[position]; }

  private:
    std::size_t begin(std::size_t position) const {
        return position == 0 ? 0 : ends_[position - 1];
    }

    std::vector<Feature> features_;
    std::vector<std::uint32_t> ends_;
    std::vector<Label> pins_;
};

}  // namespace lede::learning
