#include "reading/byline.h"

#include <vector>

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

constexpr std::size_t kLongestLine = 200;
constexpr std::size_t kMostWordsInName = 5;

bool is_capitalized(std::string_view word) {
    return unicode::is_upper(utf8::decode(word, 0).code_point);
}

// Words, and the marks , ; | & · • as words of their own. Slashes and dashes between blanks too.
std::vector<std::string_view> split_byline(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t at = 0;
    while (at < text.size()) {
        const utf8::Decoded first = utf8::decode(text, at);
        if (unicode::is_space(first.code_point)) {
            at += first.size;
            continue;
        }
        std::size_t end = at;
        while (end < text.size()) {
            const utf8::Decoded next = utf8::decode(text, end);
            if (unicode::is_space(next.code_point)) break;
            const bool is_mark = std::u32string_view(U",;|&·•()<").find(next.code_point) !=
                                 std::u32string_view::npos;
            if (is_mark) {
                if (end == at) end += next.size;
                break;
            }
            end += next.size;
        }
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

bool is_separator(std::string_view word) {
    return word == "," || word == ";" || word == "&" || word == "and" || word == "And" ||
           word == "AND";
}

// A word of a name: letters, with apostrophes, hyphens and periods among them; no "Harbour.com".
bool is_name_word(std::string_view word) {
    if (!is_capitalized(word)) return false;
    const std::size_t period = word.find('.');
    if (period + 1 < word.size() && period > 1 && unicode::is_ascii_lower(word[period + 1]))
        return false;
    for (std::size_t at = 0; at < word.size();) {
        const utf8::Decoded next = utf8::decode(word, at);
        if (!unicode::is_letter(next.code_point) && next.code_point != U'.' &&
            next.code_point != U'-' && next.code_point != U'\'' && next.code_point != U'’')
            return false;
        at += next.size;
    }
    return true;
}

}  // namespace

std::string_view BylineReader::role(std::string_view word) const {
    const std::uint32_t row = words_.find(unicode::fold(word));
    return row < words_.rows() ? words_.cell(row, 1) : std::string_view();
}

std::string BylineReader::names(std::string_view text) const {
    std::string all, name;
    std::size_t words_in_name = 0;
    bool is_affiliation = false, has_full_name = false;
    const auto end_name = [&](bool after_comma) {
        // "Ann Lee, Futures": one word behind a full name is what she works for.
        if (after_comma && has_full_name && words_in_name == 1) is_affiliation = true;
        if (!is_affiliation && words_in_name > 0 && words_in_name <= kMostWordsInName) {
            all += (all.empty() ? "" : ", ") + name;
            has_full_name |= words_in_name > 1;
        }
        name.clear();
        words_in_name = 0;
        is_affiliation = false;
    };
    bool after_comma = false;
    const std::vector<std::string_view> words = split_byline(text.substr(0, kLongestLine));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (is_separator(word)) {
            end_name(after_comma);
            after_comma = word == ",";
            continue;
        }
        const std::string_view kind = role(word);
        if (kind == "affiliation") is_affiliation = true;
        // "Ann Lee August 18, 2010", but "June Lee"
        if (kind == "month" && i + 1 < words.size() &&
            unicode::is_ascii_digit(words[i + 1].front()))
            break;
        const bool is_particle = kind == "particle" && !is_capitalized(word);
        if (!is_particle && (kind == "end" || !is_name_word(word))) break;
        name += (name.empty() ? "" : " ") + std::string(word);
        ++words_in_name;
    }
    end_name(after_comma);
    return all;
}

bool BylineReader::is_affiliation(std::string_view text) const {
    bool found = false;
    for (const std::string_view word : split_byline(text.substr(0, kLongestLine))) {
        if (is_separator(word)) continue;
        if (!is_name_word(word)) return false;
        found |= role(word) == "affiliation";
    }
    return found;
}

std::optional<std::string> BylineReader::read(std::string_view line) const {
    // "Posted by", "Words by"
    const std::size_t blank = line.substr(0, 10).find(' ');
    const std::string_view lead = blank < line.size() ? role(line.substr(0, blank)) : "";
    if ((lead == "lead" || lead == "end") && unicode::fold(line.substr(blank + 1, 3)) == "by ")
        line.remove_prefix(blank + 1);
    if (line.size() > kLongestLine || line.size() < 5) return std::nullopt;
    if (unicode::fold(line.substr(0, 2)) != "by" ||
        (!unicode::is_ascii_space(line[2]) && line[2] != ':'))
        return std::nullopt;
    const std::string found = names(line.substr(3));
    if (found.find(' ') == std::string::npos) return std::nullopt;  // "By Monday"
    // "By Ann Lee’s account the talks …": a line that goes on as a sentence is none.
    if (line.ends_with('.') && line.size() > found.size() + 12) return std::nullopt;
    return found;
}

}  // namespace lede::reading
