#include "reading/page_words.h"

#include <algorithm>
#include <string>

#include "text/unicode.h"

namespace lede::reading {
namespace {

constexpr std::size_t kShortestStem = 6;

// The end of the word that begins at `at`: "ABCNews" is ABC|News, "shareBar" share|Bar.
std::size_t word_end(std::string_view name, std::size_t at) {
    std::size_t end = at + 1;
    const auto is_upper = [&](std::size_t i) {
        return i < name.size() && unicode::is_ascii_upper(name[i]);
    };
    const auto is_lower = [&](std::size_t i) {
        return i < name.size() && unicode::is_ascii_lower(name[i]);
    };
    if (is_upper(at) && is_upper(end)) {
        while (is_upper(end) && !is_lower(end + 1)) ++end;
        return end;
    }
    while (is_lower(end)) ++end;
    return end;
}

}  // namespace

PageRole PageWords::role_of(std::string_view label) const {
    PageRole strongest = PageRole::kNone;
    for (std::size_t at = 0; at < label.size();) {
        const std::size_t end = std::min(label.find_first_of(" \t\n\r\f", at), label.size());
        if (end > at) strongest = std::max(strongest, role_of_name(label.substr(at, end - at)));
        at = end + 1;
    }
    return strongest;
}

// The row of the word, or of a stem with a star ("related*" for "relatedposts").
std::uint32_t PageWords::row_of(std::string& word) const {
    std::uint32_t row = table_.find(word);
    while (row == table_.rows() && word.size() >= kShortestStem) {
        row = table_.find(word + '*');
        word.pop_back();
    }
    return row;
}

PageRole PageWords::role_of_name(std::string_view name) const {
    PageRole strongest = PageRole::kNone;
    std::string word;
    for (std::size_t at = 0; at < name.size();) {
        if (!unicode::is_ascii_letter(name[at])) {
            ++at;
            continue;
        }
        const std::size_t end = word_end(name, at);
        word.assign(name.substr(at, end - at));
        for (char& c : word) c = unicode::ascii_lower(c);
        at = end;
        const std::uint32_t row = row_of(word);
        if (row == table_.rows()) continue;
        const std::string_view role = table_.cell(row, 1);
        if (role == "harmless") return PageRole::kNone;
        const PageRole found = role == "far"       ? PageRole::kFar
                               : role == "out"     ? PageRole::kOut
                               : role == "caption" ? PageRole::kCaption
                                                   : PageRole::kBody;
        strongest = std::max(strongest, found);
    }
    return strongest;
}

}  // namespace lede::reading
