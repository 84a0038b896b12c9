// BIO labels: spans as labels of single positions, and back.
//
//   Kim/B-PERSON Jong/I-PERSON Un/I-PERSON met/O      <->   {0, 3, "PERSON"}
//
// B begins a span, I continues the span of its type before it, O is outside. Spans of one sequence
// do not overlap.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "learning/feature_sequence.h"

namespace lede::learning {

struct LabelledSpan {
    std::size_t begin = 0;  // positions, half-open
    std::size_t end = 0;
    std::size_t type = 0;  // index into the types
    friend bool operator==(const LabelledSpan&, const LabelledSpan&) = default;
};

// The labels for `types`: "O", then "B-X", "I-X" for each type X.
std::vector<std::string> bio_labels(std::span<const std::string_view> types);

inline constexpr Label kOutside = 0;
constexpr Label bio_begin(std::size_t type) { return static_cast<Label>(1 + 2 * type); }
constexpr Label bio_inside(std::size_t type) { return static_cast<Label>(2 + 2 * type); }

// Whether `next` may follow `previous` (kFree: at the begin): I-X only after B-X or I-X. For
// CrfOptions::allowed.
constexpr bool bio_allowed(Label previous, Label next) {
    if (next == kOutside || next % 2 == 1) return true;
    return previous != kFree && (previous == next || previous + 1 == next);
}

// The labels of `size` positions with these spans. Requires: spans are inside and do not overlap.
std::vector<Label> labels_of_spans(std::span<const LabelledSpan> spans, std::size_t size);

// The spans that the labels describe; an I with no span of its type before it begins one.
std::vector<LabelledSpan> spans_of_labels(std::span<const Label> labels);

}  // namespace lede::learning
