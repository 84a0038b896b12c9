#include "text/offset_map.h"

#include <algorithm>
#include <bit>

#include "text/eight_bytes.h"
#include "text/utf8.h"

namespace lede {
namespace {

constexpr std::uint32_t kStride = 64;

// Units that the byte opens: continuation bytes none, a four-byte lead two in UTF-16.
std::uint32_t units_of(char byte, OffsetUnit unit) {
    if (utf8::is_continuation(byte)) return 0;
    return unit == OffsetUnit::kUtf16 && static_cast<unsigned char>(byte) >= 0xF0 ? 2 : 1;
}

bool is_ascii(std::string_view text) {
    return !any_eight(text, ' ', [](std::uint64_t bytes) { return bytes & kHighBits; });
}

// Units that eight bytes open.
std::uint32_t units_of(std::uint64_t bytes, OffsetUnit unit) {
    const std::uint64_t continuations = bytes & ~(bytes << 1U) & kHighBits;
    int units = 8 - std::popcount(continuations);
    if (unit == OffsetUnit::kUtf16)
        units += std::popcount(bytes & bytes << 1U & bytes << 2U & bytes << 3U & kHighBits);
    return static_cast<std::uint32_t>(units);
}

}  // namespace

OffsetMap::OffsetMap(std::string_view text, OffsetUnit unit)
    : text_(text), unit_(unit), identity_(unit == OffsetUnit::kBytes || is_ascii(text)) {
    if (identity_) return;
    samples_.reserve(text.size() / kStride + 1);
    std::uint32_t units = 0;
    for (std::size_t i = 0; i < text.size(); i += 8) {
        if (i % kStride == 0) samples_.push_back(units);
        if (i + 8 <= text.size()) units += units_of(load_eight(text.data() + i), unit);
    }
}

std::uint32_t OffsetMap::from_bytes(std::uint32_t bytes) const {
    if (identity_ || bytes == 0) return bytes;
    const std::uint32_t block =
        std::min<std::uint32_t>(bytes / kStride, static_cast<std::uint32_t>(samples_.size()) - 1);
    std::uint32_t units = samples_[block];
    for (std::uint32_t i = block * kStride; i < bytes; ++i) units += units_of(text_[i], unit_);
    return units;
}

std::uint32_t OffsetMap::to_bytes(std::uint32_t units) const {
    const auto size = static_cast<std::uint32_t>(text_.size());
    if (identity_) return std::min(units, size);
    const auto after = std::upper_bound(samples_.begin(), samples_.end(), units);
    const auto block = static_cast<std::uint32_t>(after - samples_.begin()) - 1;
    std::uint32_t seen = samples_[block];
    std::uint32_t begin = block * kStride;
    for (std::uint32_t i = begin; i < size; ++i) {
        if (utf8::is_continuation(text_[i])) continue;
        begin = i;
        const std::uint32_t width = units_of(text_[i], unit_);
        if (seen + width > units) return begin;
        seen += width;
    }
    return size;
}

}  // namespace lede
