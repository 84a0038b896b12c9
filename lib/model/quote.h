// Quote: one piece of quoted or reported content, with its speaker and cue.
//
//   “We fell in love,” Trump said.   content [We fell in love,], speaker [Trump], cue [said]
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/annotation.h"

namespace lede {

enum class QuoteKind : std::uint8_t { kDirect, kIndirect, kMixed };
inline constexpr std::array<std::string_view, 3> kQuoteKindNames = {"direct", "indirect", "mixed"};
constexpr std::string_view name_of(QuoteKind kind) {
    return kQuoteKindNames[static_cast<std::size_t>(kind)];
}

enum class SpeakerKind : std::uint8_t { kName, kPronoun, kNominal, kAnonymous, kDocument };
inline constexpr std::array<std::string_view, 5> kSpeakerKindNames = {"name", "pronoun", "nominal",
                                                                      "anonymous", "document"};
constexpr std::string_view name_of(SpeakerKind kind) {
    return kSpeakerKindNames[static_cast<std::size_t>(kind)];
}

struct Speaker {
    Span span;                     // of the mention: "Trump", "he", "a senior official"
    std::uint32_t entity = kNone;  // index into Document::entities, where resolved
    std::string name;              // the entity's fullest name, else the mention's text
    SpeakerKind kind = SpeakerKind::kName;
    friend bool operator==(const Speaker&, const Speaker&) = default;
};

struct Quote {
    Place place;  // content without its marks; place.quote is the quote this one stands in
    QuoteKind kind = QuoteKind::kDirect;
    std::uint32_t group = 0;  // pieces of one quotation share it; numbered from 0 in text order
    std::optional<Speaker> speaker;
    std::optional<Span> cue;
    std::string polarity;  // "negative", "hypothetical"; empty: asserted
    friend bool operator==(const Quote&, const Quote&) = default;
};

}  // namespace lede
