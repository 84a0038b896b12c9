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
// Of pieces of a text. A fifth of them in another language leaves fewer.
constexpr int kPlainlyEnglish = 90;
constexpr std::size_t kPieces = 5;
constexpr std::size_t kPiece = 128;

// Two or three names without a letter of their own script tell the detector nothing.
bool is_too_short(std::string_view text) {
    constexpr std::ptrdiff_t kFewestLetters = 24;
    const auto foreign = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    return text.size() < 200 && std::ranges::none_of(text, foreign) &&
           std::ranges::count_if(text, unicode::is_ascii_letter) < kFewestLetters;
}

struct Detection {
    CLD2::Language language = CLD2::UNKNOWN_LANGUAGE;
    int english = 0;  // per cent of the bytes
    bool is_reliable = false;
};

Detection detect(std::string_view text) {
    const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                                     CLD2::UNKNOWN_LANGUAGE};
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> shares{};
    std::array<double, 3> scores{};
    int bytes = 0;
    Detection found;
    found.language = CLD2::ExtDetectLanguageSummary(
        text.data(), static_cast<int>(text.size()), true, &no_hints, 0, languages.data(),
        shares.data(), scores.data(), nullptr, &bytes, &found.is_reliable);
    for (std::size_t i = 0; i < languages.size(); ++i)
        if (languages[i] == CLD2::ENGLISH) found.english = shares[i];
    return found;
}

// The largest size up to `most` that ends no character in the middle.
std::size_t whole_characters(std::string_view text, std::size_t most) {
    std::size_t size = std::min(text.size(), most);
    while (size < text.size() && utf8::is_continuation(text[size])) --size;
    return size;
}

// From the begin to the end, evenly, cut at blanks.
std::string pieces_of(std::string_view text) {
    std::string pieces;
    for (std::size_t i = 0; i < kPieces; ++i) {
        const std::size_t from = i * (text.size() - kPiece) / (kPieces - 1);
        std::string_view piece = text.substr(from, whole_characters(text.substr(from), kPiece));
        if (i > 0) piece.remove_prefix(std::min(piece.find(' '), piece.size()));
        pieces.append(piece).push_back(' ');
    }
    return pieces;
}

// Most texts are, and a detector that reads all of each costs more than all else in reading them.
bool is_plainly_english(const std::string& pieces) {
    const Detection found = detect(pieces);
    return found.is_reliable && found.english >= kPlainlyEnglish;
}

}  // namespace

std::string primary_tag(std::string_view tag) {
    std::string out(tag.substr(0, tag.find_first_of("-_")));
    for (char& c : out) c = unicode::ascii_lower(c);
    return out;
}

std::string identify_language(std::string_view text, std::string_view declared) {
    text = text.substr(0, whole_characters(text, kSample));
    if (text.size() > kPieces * kPiece && is_plainly_english(pieces_of(text))) return "en";
    const Detection found = detect(text);
    if (found.english >= kEnoughEnglish) return "en";
    if (found.is_reliable && !is_too_short(text) && found.language != CLD2::UNKNOWN_LANGUAGE)
        return primary_tag(CLD2::LanguageCode(found.language));
    const std::string fallback = primary_tag(declared);
    return fallback.size() == 2 || fallback.size() == 3 ? fallback : "en";
}

}  // namespace lede::reading
