#include "reading/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

constexpr std::size_t kSample = std::size_t{4} << 10;

// Two or three names without a letter of their own script tell the detector nothing.
bool is_too_short(std::string_view text) {
    constexpr std::ptrdiff_t kFewestLetters = 24;
    const auto foreign = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    return text.size() < 200 && std::ranges::none_of(text, foreign) &&
           std::ranges::count_if(text, unicode::is_ascii_letter) < kFewestLetters;
}

}  // namespace

std::string primary_tag(std::string_view tag) {
    std::string out(tag.substr(0, tag.find_first_of("-_")));
    for (char& c : out) c = unicode::ascii_lower(c);
    return out;
}

std::string identify_language(std::string_view text, std::string_view declared) {
    std::size_t size = std::min(text.size(), kSample);
    while (size < text.size() && utf8::is_continuation(text[size])) --size;
    bool is_reliable = false;
    const CLD2::Language language =
        CLD2::DetectLanguage(text.data(), static_cast<int>(size), true, &is_reliable);
    if (is_reliable && !is_too_short(text) && language != CLD2::UNKNOWN_LANGUAGE)
        return primary_tag(CLD2::LanguageCode(language));
    const std::string fallback = primary_tag(declared);
    return fallback.size() == 2 || fallback.size() == 3 ? fallback : "en";
}

}  // namespace lede::reading
