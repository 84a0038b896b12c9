// Layers: which layers of a Document are meant, as a small set.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace lede {

enum class Layer : std::uint8_t {
    kBlocks,
    kSentences,
    kTokens,
    kUpos,
    kXpos,
    kLemmas,
    kEntities,
    kDates,
    kQuotes,
    kNonspeech,
    kCitations,
};

// The record's key of each layer.
inline constexpr std::array<std::string_view, 11> kLayerNames = {
    "blocks",   "sentences", "tokens", "upos",      "xpos",     "lemmas",
    "entities", "dates",     "quotes", "nonspeech", "citations"};

class Layers {
  public:
    constexpr Layers() = default;
    constexpr Layers(std::initializer_list<Layer> layers) {
        for (const Layer layer : layers) add(layer);
    }
    constexpr void add(Layer layer) { bits_ |= bit(layer); }
    constexpr void remove(Layer layer) { bits_ &= static_cast<std::uint16_t>(~bit(layer)); }
    constexpr bool has(Layer layer) const { return bits_ & bit(layer); }
    constexpr bool has_all(Layers others) const { return (bits_ & others.bits_) == others.bits_; }
    constexpr bool empty() const { return bits_ == 0; }
    friend constexpr Layers operator|(Layers a, Layers b) {
        a.bits_ |= b.bits_;
        return a;
    }
    friend constexpr bool operator==(Layers, Layers) = default;

  private:
    static constexpr std::uint16_t bit(Layer layer) {
        return static_cast<std::uint16_t>(1U << static_cast<unsigned>(layer));
    }
    std::uint16_t bits_ = 0;
};

// What `lede-extract` computes when nothing else is asked.
inline constexpr Layers kDefaultLayers = {Layer::kBlocks, Layer::kSentences, Layer::kEntities,
                                          Layer::kDates,  Layer::kQuotes,    Layer::kCitations};

}  // namespace lede
