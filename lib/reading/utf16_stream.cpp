#include "reading/utf16_stream.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "text/utf8.h"

namespace lede::reading {
namespace {

constexpr std::size_t kSample = 4096;
constexpr std::size_t kChunk = std::size_t{32} << 10;
constexpr char32_t kMark = 0xFEFF;

bool is_high(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

class Utf16Stream : public ByteStream {
  public:
    Utf16Stream(std::unique_ptr<ByteStream> stream, ByteOrder order)
        : stream_(std::move(stream)), order_(order) {}

    std::size_t read(char* out, std::size_t size) override {
        while (at_ == text_.size() && !at_end_) refill();
        const std::size_t count = text_.copy(out, size, at_);
        at_ += count;
        return count;
    }

    std::string_view error() const override { return stream_->error(); }

  private:
    void refill() {
        text_.clear();
        at_ = 0;
        std::array<char, kChunk> chunk;
        const std::size_t got = stream_->read(chunk.data(), chunk.size());
        for (std::size_t i = 0; i < got; ++i) add_byte(static_cast<unsigned char>(chunk[i]));
        if (got > 0) return;
        at_end_ = true;
        if (has_byte_ || high_ != 0) utf8::append(text_, utf8::kReplacement);
    }

    void add_byte(unsigned char byte) {
        if (!has_byte_) {
            first_ = byte;
            has_byte_ = true;
            return;
        }
        has_byte_ = false;
        const char32_t high = order_ == ByteOrder::kBig ? first_ : byte;
        const char32_t low = order_ == ByteOrder::kBig ? byte : first_;
        add_unit(high << 8 | low);
    }

    void add_unit(char32_t unit) {
        const char32_t high = std::exchange(high_, 0);
        if (high != 0 && is_low(unit)) {
            utf8::append(text_, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
            return;
        }
        if (high != 0) utf8::append(text_, utf8::kReplacement);
        const bool is_first = std::exchange(is_first_, false);
        if (is_high(unit))
            high_ = unit;
        else if (is_low(unit))
            utf8::append(text_, utf8::kReplacement);
        else if (!is_first || unit != kMark)
            utf8::append(text_, unit);
    }

    std::unique_ptr<ByteStream> stream_;
    ByteOrder order_;
    std::string text_;
    std::size_t at_ = 0;
    bool at_end_ = false;
    bool is_first_ = true;
    bool has_byte_ = false;
    unsigned char first_ = 0;
    char32_t high_ = 0;  // a surrogate that waits for its other half
};

}  // namespace

std::optional<ByteOrder> guess_utf16(std::string_view head) {
    if (head.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return std::nullopt;  // UTF-32
    if (head.starts_with("\xFF\xFE")) return ByteOrder::kLittle;
    if (head.starts_with("\xFE\xFF")) return ByteOrder::kBig;
    std::array<std::size_t, 2> nuls{};
    const std::string_view sample =
        head.substr(0, std::min(kSample, head.size() & ~std::size_t{1}));
    for (std::size_t i = 0; i < sample.size(); ++i) nuls[i % 2] += sample[i] == '\0';
    const std::size_t half = sample.size() / 2;
    if (half < 2) return std::nullopt;
    if (nuls[1] * 10 > half * 7 && nuls[0] * 10 < half) return ByteOrder::kLittle;
    if (nuls[0] * 10 > half * 7 && nuls[1] * 10 < half) return ByteOrder::kBig;
    return std::nullopt;
}

std::unique_ptr<ByteStream> open_utf16(std::unique_ptr<ByteStream> stream, ByteOrder order) {
    return std::make_unique<Utf16Stream>(std::move(stream), order);
}

}  // namespace lede::reading
