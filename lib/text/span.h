// Span: a half-open range of bytes in one text buffer.
//
//   "Kim met Trump"   Span{4, 7} is "met"
//
// Every layer of a Document points into the article's text with spans. A span does not know which
// buffer it indexes; the owner of the span does.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace lede {

// Marks an index that refers to nothing.
inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

struct Span {
    std::uint32_t begin = 0;  // bytes
    std::uint32_t end = 0;    // bytes, one past the last

    constexpr std::uint32_t size() const { return end - begin; }
    constexpr bool empty() const { return begin >= end; }
    constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
    constexpr bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
    constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

    // The bytes of `text` under the span. Requires: end <= text.size().
    constexpr std::string_view of(std::string_view text) const {
        return text.substr(begin, end - begin);
    }

    // Order of layers: by begin, ties longer first.
    friend constexpr std::strong_ordering operator<=>(Span a, Span b) {
        if (a.begin != b.begin) return a.begin <=> b.begin;
        return b.end <=> a.end;
    }
    friend constexpr bool operator==(Span, Span) = default;
};

// The smallest span that covers both.
constexpr Span cover(Span a, Span b) {
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

// A span from sizes as the standard library counts them. Requires: both below 4 GiB.
constexpr Span make_span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace lede
