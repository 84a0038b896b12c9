#include "evaluation/citation_ids.h"

#include <re2/re2.h>

#include <algorithm>
#include <vector>

#include "text/roman_numeral.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::evaluation {
namespace {

std::string plain_dashes(std::string_view id) {
    std::string plain;
    for (std::size_t at = 0; at < id.size();) {
        const utf8::Decoded c = utf8::decode(id, at);
        at += c.size;
        const bool dash =
            (c.code_point >= 0x2010 && c.code_point <= 0x2014) || c.code_point == 0x2212;
        if (c.code_point == ' ') continue;
        if (dash)
            plain += '-';
        else
            utf8::append(plain, c.code_point);
    }
    const std::size_t first = plain.find_first_not_of("\t\r\n");
    if (first == plain.npos) return {};
    return plain.substr(first, plain.find_last_not_of("\t\r\n") + 1 - first);
}

std::vector<std::string> levels_of(const std::string& id) {
    std::vector<std::string> levels;
    for (std::size_t at = 0;;) {
        const std::size_t slash = id.find('/', at);
        levels.push_back(id.substr(at, slash - at));
        if (slash == id.npos) return levels;
        at = slash + 1;
    }
}

std::string join(const std::vector<std::string>& levels, std::size_t count) {
    std::string id;
    for (std::size_t i = 0; i < std::min(count, levels.size()); ++i)
        id += (i > 0 ? "/" : "") + levels[i];
    return id;
}

bool is_number(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), unicode::is_ascii_digit);
}

void number_constitution(std::string& id) {
    std::string numerals, rest;
    if (RE2::FullMatch(id, "/us/cons/a([IVX]+)(.*)", &numerals, &rest)) {
        RE2::Replace(&rest, "/(\\d+)$", "/c\\1");
        id = "/us/cons/a" + std::to_string(roman_value(numerals)) + rest;
    } else if (RE2::FullMatch(id, "/us/cons/amd([IVX]+)(.*)", &numerals, &rest)) {
        id = "/us/cons/amd" + std::to_string(roman_value(numerals)) + rest;
    }
}

// Drops the title, chapter and part levels right before a section of a public law.
void drop_inner_levels(std::string& id) {
    std::vector<std::string> levels = levels_of(id);
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (levels[i].size() > 1 && levels[i][0] == 's' && unicode::is_ascii_digit(levels[i][1]))
            while (kept.size() > 1 &&
                   RE2::FullMatch(kept.back(), "(?:t|st|d|ch|sch|pt)[IVXLA-Z0-9]+"))
                kept.pop_back();
        kept.push_back(levels[i]);
    }
    id = join(kept, kept.size());
}

}  // namespace

std::string canonical_id(std::string_view raw) {
    std::string id = plain_dashes(raw);
    if (id.empty()) return id;
    RE2::Replace(&id, "^https?://(www\\.)?legislation\\.gov\\.uk/(id/)?", "/uk/");
    RE2::GlobalReplace(&id, "@[^/]*", "");
    RE2::GlobalReplace(&id, "/(t\\d+)/app(/|$)", "/\\1a\\2");
    while (RE2::Replace(&id, "/(etseq|note|oj)$", "")) {
    }
    number_constitution(id);
    if (id.starts_with("/us/pl/")) drop_inner_levels(id);
    if (id.starts_with("/un/") || id.starts_with("/int/") || id.starts_with("/eu/"))
        std::transform(id.begin(), id.end(), id.begin(), unicode::ascii_lower);
    while (id.ends_with('/')) id.pop_back();
    return id;
}

std::string work_of(std::string_view raw) {
    const std::string id = canonical_id(raw);
    const std::vector<std::string> levels = levels_of(id);
    const auto is_below = [&](std::initializer_list<std::string_view> roots) {
        return std::any_of(roots.begin(), roots.end(),
                           [&](std::string_view root) { return id.starts_with(root); });
    };
    if (is_below({"/us/bill/", "/eu/oj"})) return id;
    if (is_below({"/us/usc/", "/us/cfr/", "/us/pl/", "/us/pvtl/", "/us/stat/", "/us/fr/",
                  "/us/act/", "/us/rule/", "/uk/"}))
        return join(levels, 5);
    if (is_below({"/us/cons/", "/us/eo/", "/us/proc/", "/int/"})) return join(levels, 4);
    if (is_below({"/eu/"})) return join(levels, levels.size() > 4 && is_number(levels[3]) ? 5 : 3);
    if (is_below({"/us-"})) {
        const auto section = std::find_if(levels.begin(), levels.end(), [](const std::string& l) {
            return l.size() > 1 && l[0] == 's' && unicode::is_ascii_digit(l[1]);
        });
        if (section != levels.end())
            return join(levels, static_cast<std::size_t>(section - levels.begin()) + 1);
    }
    return id;
}

}  // namespace lede::evaluation
