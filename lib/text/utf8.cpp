#include "text/utf8.h"

#include "text/eight_bytes.h"

namespace lede::utf8 {
namespace {

// Length of the sequence that `lead` opens and the range its second byte must lie in
// (Unicode 15, table 3-7).
struct Lead {
    std::uint32_t size;
    unsigned char low;
    unsigned char high;
};

constexpr Lead lead_of(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
    if (byte == 0xF4) return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

// Bytes of the run of ASCII at `at`, eight at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
    while (at + 8 <= text.size()) {
        if (load_eight(text.data() + at) & kHighBits) break;
        at += 8;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at;
}

}  // namespace

Decoded decode_multibyte(std::string_view text, std::size_t at) {
    const auto byte_at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte_at(at);
    if (first < 0x80) return {first, 1, true};
    const Lead lead = lead_of(first);
    if (lead.size == 0) return {kReplacement, 1, false};
    if (at + 1 >= text.size() || byte_at(at + 1) < lead.low || byte_at(at + 1) > lead.high)
        return {kReplacement, 1, false};
    char32_t value = first & (0xFFU >> (lead.size + 1));
    value = (value << 6) | (byte_at(at + 1) & 0x3FU);
    for (std::uint32_t i = 2; i < lead.size; ++i) {
        if (at + i >= text.size() || !is_continuation(text[at + i]))
            return {kReplacement, i, false};
        value = (value << 6) | (byte_at(at + i) & 0x3FU);
    }
    return {value, lead.size, true};
}

Decoded decode_before(std::string_view text, std::size_t at) {
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && is_continuation(text[begin])) --begin;
    return decode(text, begin);
}

void append(std::string& out, char32_t code_point) {
    const bool bad = code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF);
    const char32_t c = bad ? kReplacement : code_point;
    const auto tail = [&](int shift) {
        out.push_back(static_cast<char>(0x80 | ((c >> shift) & 0x3F)));
    };
    if (c < 0x80) {
        out.push_back(static_cast<char>(c));
    } else if (c < 0x800) {
        out.push_back(static_cast<char>(0xC0 | (c >> 6)));
        tail(0);
    } else if (c < 0x10000) {
        out.push_back(static_cast<char>(0xE0 | (c >> 12)));
        tail(6);
        tail(0);
    } else {
        out.push_back(static_cast<char>(0xF0 | (c >> 18)));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::size_t find_invalid(std::string_view text) {
    std::size_t at = 0;
    while ((at = skip_ascii(text, at)) < text.size()) {
        const Decoded next = decode_multibyte(text, at);
        if (!next.valid) return at;
        at += next.size;
    }
    return text.size();
}

std::string repair(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const std::string_view rest = text.substr(at);
        const std::size_t good = find_invalid(rest);
        out.append(rest.substr(0, good));
        at += good;
        if (at == text.size()) break;
        append(out, kReplacement);
        at += decode_multibyte(text, at).size;
    }
    return out;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t continuations = 0, at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        const std::uint64_t bytes = load_eight(text.data() + at);
        if ((bytes & kHighBits) == 0) continue;
        // One bit for each byte whose upper bits are 10, then their sum in the highest byte.
        continuations += (bytes >> 7U & ~bytes >> 6U & kOnes) * kOnes >> 56U;
    }
    for (; at < text.size(); ++at) continuations += is_continuation(text[at]);
    return text.size() - continuations;
}

std::size_t count_utf16_units(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text)
        count += !is_continuation(byte) + (static_cast<unsigned char>(byte) >= 0xF0);
    return count;
}

}  // namespace lede::utf8
