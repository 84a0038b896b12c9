#include "reading/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "reading/utf16_stream.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

constexpr std::size_t kHead = 4096;                     // where a page declares its encoding
constexpr std::size_t kSample = std::size_t{64} << 10;  // what the detector looks at
constexpr int kSure = 30;                               // the detector's confidence, of 100

struct Census {
    std::size_t valid = 0;   // well-formed multi-byte sequences
    std::size_t broken = 0;  // ill-formed parts
};

Census take_census(std::string_view bytes) {
    Census census;
    for (std::size_t at = 0; at < bytes.size();) {
        const utf8::Decoded next = utf8::decode(bytes, at);
        if (!next.valid)
            ++census.broken;
        else if (next.size > 1)
            ++census.valid;
        at += next.size;
    }
    return census;
}

std::string_view label_of_mark(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
    if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return "utf-32le";
    if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return "utf-32be";
    if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
    if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
    return {};
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = unicode::ascii_lower(c);
    return out;
}

bool is_utf8_label(std::string_view label) { return label == "utf-8" || label == "utf8"; }

// What ICU takes the bytes for; empty where it is not sure.
std::string detect(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                              ucsdet_close);
    const std::string_view sample = bytes.substr(0, kSample);
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()),
                   &status);
    const UCharsetMatch* const match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || !match || ucsdet_getConfidence(match, &status) < kSure) return {};
    const std::string name = lower(ucsdet_getName(match, &status));
    if (U_FAILURE(status) || is_utf8_label(name) || name.starts_with("utf-")) return {};
    return name;
}

bool is_multibyte(std::string_view label) {
    static constexpr std::array<std::string_view, 6> kLabels = {"gb18030", "big5",   "shift_jis",
                                                                "euc-jp",  "euc-kr", "iso-2022-jp"};
    return std::ranges::find(kLabels, label) != kLabels.end();
}

std::string without_mark(std::string text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    return text;
}

// The value of an attribute-like "key = value" behind `key` in lower-cased `text`.
std::string value_behind(std::string_view text, std::string_view key) {
    std::size_t at = text.find(key);
    if (at == std::string_view::npos) return {};
    at += key.size();
    const auto skip = [&](std::string_view set) {
        while (at < text.size() && set.find(text[at]) != std::string_view::npos) ++at;
    };
    skip(" \t\r\n");
    if (at == text.size() || text[at] != '=') return {};
    ++at;
    skip(" \t\r\n\"'");
    const std::size_t end = std::min(text.find_first_of(" \t\r\n\"';/>?", at), text.size());
    return std::string(text.substr(at, end - at));
}

}  // namespace

std::string declared_charset(std::string_view page) {
    const std::string head = lower(page.substr(0, kHead));
    if (head.starts_with("<?xml")) {
        const std::size_t end = std::min(head.find("?>"), head.size());
        if (auto label = value_behind(std::string_view(head).substr(0, end), "encoding");
            !label.empty())
            return label;
    }
    for (std::size_t at = head.find("<meta"); at != std::string::npos;
         at = head.find("<meta", at + 1)) {
        const std::size_t end = std::min(head.find('>', at), head.size());
        if (auto label = value_behind(std::string_view(head).substr(at, end - at), "charset");
            !label.empty())
            return label;
    }
    return {};
}

bool TextDecoder::convert(std::string_view bytes, std::string_view label, std::string& out) const {
    const std::uint32_t row = labels_.find(label);
    const std::string name(row < labels_.rows() ? labels_.cell(row, 1) : label);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(name.c_str(), &status),
                                                                  ucnv_close);
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("utf-8", &status),
                                                                ucnv_close);
    if (U_FAILURE(status)) return false;
    out.clear();
    const char* source = bytes.data();
    const char* const source_end = source + bytes.size();
    std::array<UChar, 4096> pivot;
    UChar* pivot_source = pivot.data();
    UChar* pivot_target = pivot.data();
    std::array<char, 8192> chunk;
    do {
        char* target = chunk.data();
        status = U_ZERO_ERROR;
        ucnv_convertEx(to.get(), from.get(), &target, chunk.data() + chunk.size(), &source,
                       source_end, pivot.data(), &pivot_source, &pivot_target,
                       pivot.data() + pivot.size(), false, true, &status);
        out.append(chunk.data(), target);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    return U_SUCCESS(status);
}

std::string TextDecoder::decode(std::string_view bytes, std::string_view declared,
                                bool is_page) const {
    std::string text = decode_text(bytes, declared, is_page);
    if (!is_page || text.find('\0') == std::string::npos) return text;
    std::string page;
    for (const char c : text) {
        if (c)
            page += c;
        else
            utf8::append(page, utf8::kReplacement);
    }
    return page;
}

std::string TextDecoder::decode_text(std::string_view bytes, std::string_view declared,
                                     bool is_page) const {
    std::string out;
    if (const auto label = label_of_mark(bytes); !label.empty() && !is_utf8_label(label))
        if (convert(bytes, label, out)) return without_mark(std::move(out));
    if (const auto order = guess_utf16(bytes))
        if (convert(bytes, *order == ByteOrder::kLittle ? "utf-16le" : "utf-16be", out))
            return without_mark(std::move(out));
    // ISO-2022-JP and UTF-7 are valid UTF-8 too; only the former is in use, and it is declared.
    std::string label = lower(declared);
    if (label.empty() && is_page) label = declared_charset(bytes);
    if (utf8::is_valid(bytes) && !label.starts_with("iso-2022"))
        return without_mark(std::string(bytes));
    const Census census = take_census(bytes);
    const bool is_mostly_utf8 = census.valid > census.broken;
    if (is_mostly_utf8 || (is_utf8_label(label) && census.valid > 0))
        return without_mark(utf8::repair(bytes));
    if (!label.empty() && !is_utf8_label(label) && convert(bytes, label, out))
        return without_mark(std::move(out));
    // Bytes of one-byte encodings hardly ever make up UTF-8 sequences by chance; those of
    // Shift-JIS and GB 18030 do.
    const bool has_utf8 = census.valid * 50 > census.broken;
    label = detect(bytes);
    if (has_utf8 && !is_multibyte(label)) return without_mark(utf8::repair(bytes));
    if (!label.empty() && convert(bytes, label, out)) return without_mark(std::move(out));
    if (!convert(bytes, "windows-1252", out)) out = utf8::repair(bytes);
    return without_mark(std::move(out));
}

}  // namespace lede::reading
