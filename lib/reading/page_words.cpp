#include "reading/page_words.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "text/unicode.h"

namespace lede::reading {
namespace {

PageRole parse_role(std::string_view name) {
    if (name == "far") return PageRole::kFar;
    if (name == "byline") return PageRole::kByline;
    if (name == "out") return PageRole::kOut;
    if (name == "deck") return PageRole::kDeck;
    if (name == "caption") return PageRole::kCaption;
    if (name == "body") return PageRole::kBody;
    if (name == "harmless") return PageRole::kHarmless;
    throw std::runtime_error("reading/page_words: unknown role");
}

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

PageWords::PageWords(const Lexicon& lexicon) {
    const lexicon::Table table = lexicon.table("reading/page_words");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        std::string word(table.cell(row, 0));
        const PageRole role = parse_role(table.cell(row, 1));
        if (word.ends_with('*')) {
            word.pop_back();
            stems_.emplace_back(std::move(word), role);
        } else {
            words_.emplace(std::move(word), role);
        }
    }
    std::ranges::sort(stems_);
}

PageRole PageWords::role_of(std::string_view label) const {
    PageRole strongest = PageRole::kNone;
    for (std::size_t at = 0; at < label.size();) {
        const std::size_t end = std::min(label.find_first_of(" \t\n\r\f", at), label.size());
        if (end > at) strongest = std::max(strongest, role_of_name(label.substr(at, end - at)));
        at = end + 1;
    }
    return strongest;
}

std::optional<PageRole> PageWords::find(std::string_view word) const {
    if (const auto at = words_.find(word); at != words_.end()) return at->second;
    auto stem = std::ranges::upper_bound(
        stems_, word, {}, [](const auto& entry) { return std::string_view(entry.first); });
    if (stem == stems_.begin() || !word.starts_with((--stem)->first)) return std::nullopt;
    return stem->second;
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
        const auto found = find(word);
        if (found == PageRole::kHarmless) return PageRole::kNone;
        if (found) strongest = std::max(strongest, *found);
    }
    return strongest;
}

}  // namespace lede::reading
