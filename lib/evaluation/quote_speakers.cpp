#include "evaluation/quote_speakers.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::evaluation {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 31> kTitles = {
    "mr",        "mrs",       "ms",      "miss",    "dr",       "sen",         "rep",
    "gov",       "president", "vice",    "sir",     "lady",     "lord",        "prof",
    "professor", "judge",     "justice", "senator", "governor", "congressman", "congresswoman",
    "secretary", "the",       "a",       "an",      "his",      "her",         "their",
    "its",       "former",    "rev"};

// Words behind which no head can stand.
constexpr std::array<std::string_view, 12> kCuts = {"of",   "who", "for", "in",   "at",    "from",
                                                    "with", "on",  "to",  "that", "which", "by"};

bool is_title(const std::string& word) {
    return word == "st" || std::find(kTitles.begin(), kTitles.end(), word) != kTitles.end();
}

bool is_word(char32_t c) { return unicode::is_alphanumeric(c) || c == '_'; }

// Lower-cased words; a possessive 's is no word.
Words words_of(std::string_view text) {
    Words words;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded c = utf8::decode(text, at);
        const bool apostrophe = c.code_point == '\'' || c.code_point == U'’';
        const std::string_view rest = text.substr(at + c.size);
        if (apostrophe && rest.starts_with('s') &&
            (rest.size() == 1 || !is_word(utf8::decode(rest, 1).code_point))) {
            at += c.size + 1;
            inside = false;
            continue;
        }
        if (is_word(c.code_point)) {
            if (!inside) words.emplace_back();
            utf8::append(words.back(), unicode::to_lower(c.code_point));
        }
        inside = is_word(c.code_point);
        at += c.size;
    }
    return words;
}

// The part before the first comma, bracket, dash or word that ends a head.
std::string_view before_cut(std::string_view text) {
    std::size_t end = std::min(text.find_first_of(",("), text.size());
    for (const std::string_view dash : {"--", "—", "–"})
        end = std::min(end, std::min(text.find(dash), text.size()));
    for (const std::string_view cut : kCuts) {
        for (std::size_t at = text.find(cut); at < end; at = text.find(cut, at + 1)) {
            const std::size_t after = at + cut.size();
            const bool begins = at == 0 || !is_word(utf8::decode_before(text, at).code_point);
            if (begins && (after == text.size() || !is_word(utf8::decode(text, after).code_point)))
                end = at;
        }
    }
    return text.substr(0, end);
}

std::string head_of(std::string_view text) {
    Words words = words_of(before_cut(text));
    if (words.empty()) words = words_of(text);
    return words.empty() ? std::string() : words.back();
}

bool holds(const Words& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool holds_all(const Words& words, const Words& few) {
    return std::all_of(few.begin(), few.end(),
                       [&](const std::string& w) { return holds(words, w); });
}

}  // namespace

bool same_head(std::string_view gold, std::string_view system) {
    const std::string want = head_of(gold), got = head_of(system);
    if (want.empty() || got.empty()) return false;
    const Words want_words = words_of(gold), got_words = words_of(system);
    if (want == got || (holds(got_words, want) && got_words.size() <= 6)) return true;
    return holds(want_words, got) && utf8::count_code_points(got) > 2 && want_words.size() <= 6 &&
           !is_title(got);
}

bool same_name(std::string_view gold, std::string_view system) {
    Words want = words_of(gold), got = words_of(system);
    std::erase_if(want, is_title);
    std::erase_if(got, is_title);
    if (want.empty() || got.empty()) return false;
    if (holds_all(got, want) || holds_all(want, got)) return true;
    return want.size() > 1 && got.size() > 1 && want.back() == got.back() &&
           utf8::decode(want[0], 0).code_point == utf8::decode(got[0], 0).code_point;
}

}  // namespace lede::evaluation
