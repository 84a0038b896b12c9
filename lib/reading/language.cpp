#include "reading/language.h"

#include <cstdio>  // the detector's header needs it

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

constexpr std::size_t kSample = std::size_t{4} << 10;

// Per cent of the bytes. The names of a country pull short English texts to its language: "UMNO
// president Datuk Seri Ahmad Zahid Hamidi met …" is half Malay to the detector.
constexpr int kEnoughEnglish = 40;

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
    const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                                     CLD2::UNKNOWN_LANGUAGE};
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> shares{};
    std::array<double, 3> scores{};
    int bytes = 0;
    bool is_reliable = false;
    const CLD2::Language language = CLD2::ExtDetectLanguageSummary(
        text.data(), static_cast<int>(size), true, &no_hints, 0, languages.data(), shares.data(),
        scores.data(), nullptr, &bytes, &is_reliable);
    for (std::size_t i = 0; i < languages.size(); ++i)
        if (languages[i] == CLD2::ENGLISH && shares[i] >= kEnoughEnglish) return "en";
    if (is_reliable && !is_too_short(text) && language != CLD2::UNKNOWN_LANGUAGE)
        return primary_tag(CLD2::LanguageCode(language));
    const std::string fallback = primary_tag(declared);
    return fallback.size() == 2 || fallback.size() == 3 ? fallback : "en";
}

}  // namespace lede::reading
