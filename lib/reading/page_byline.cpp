#include "reading/page_byline.h"

#include <algorithm>
#include <set>

#include "text/unicode.h"

namespace lede::reading {
namespace {

constexpr std::size_t kMostAuthors = 50;
constexpr std::uint32_t kLongestLine = 120;  // letters of a line that names authors
constexpr std::uint32_t kRunningText = 120;  // letters of a block that begins the text
constexpr int kMostLevels = 3;               // between a line and the element called "byline"

std::string key_of(std::string_view name) {
    std::string key = unicode::fold(name);
    std::erase_if(key, [](char c) { return unicode::is_ascii_space(c); });
    return key;
}

// The parts of "Ann Lee, Bo Berg".
std::vector<std::string> split_names(std::string_view names) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = std::min(names.find(", ", at), names.size());
        parts.emplace_back(names.substr(at, end - at));
        at = end + 2;
    }
    return parts;
}

bool holds_all(const std::vector<std::string>& all, const std::vector<std::string>& some) {
    std::set<std::string> keys;
    for (const std::string& name : all) keys.insert(key_of(name));
    return std::ranges::all_of(
        some, [&](const std::string& name) { return keys.contains(key_of(name)); });
}

bool is_person(const std::string& name) { return name.find(' ') != std::string::npos; }

std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    return all;
}

}  // namespace

// The names in `texts`, each once; none that is the outlet's.
std::vector<std::string> PageBylineReader::cleaned(const std::vector<std::string>& texts,
                                                   std::string_view outlet) const {
    std::vector<std::string> names;
    std::set<std::string> keys;
    const std::string outlet_key = key_of(outlet);
    for (const std::string& text : texts) {
        if (names.size() >= kMostAuthors) break;
        if (text.find("://") != std::string::npos) continue;
        const auto read = bylines_.read(text);
        for (std::string& name : split_names(read ? *read : bylines_.names(text))) {
            const std::string key = key_of(name);
            if (!key.empty() && !outlet_key.starts_with(key) && keys.insert(key).second)
                names.push_back(std::move(name));
        }
    }
    return names;
}

// <a rel=author>: those above the text, else the first; the others are of comments.
std::vector<std::string> PageBylineReader::linked_by_rel(
    const HtmlTree& tree, const std::vector<PageBlock>& blocks) const {
    const auto running = std::ranges::find_if(
        blocks, [](const PageBlock& block) { return block.letters >= kRunningText; });
    const std::uint32_t text_begin = running == blocks.end() ? kNone : running->first_node;
    std::vector<std::string> texts;
    for (const HtmlAttribute& attribute : tree.attributes) {
        if (attribute.name != AttributeName::kRel || attribute.value.of(tree.chars) != "author" ||
            tree.nodes[attribute.node].tag != Tag::kA)
            continue;
        if (attribute.node > text_begin && !texts.empty()) break;
        texts.push_back(tree.text_below(attribute.node));
        if (texts.size() >= kMostAuthors) break;
    }
    return texts;
}

// The first line between the title and the text that begins with "By", or that stands in an element
// called after the author.
std::vector<std::string> PageBylineReader::shown(const HtmlTree& tree,
                                                 const std::vector<PageBlock>& blocks,
                                                 std::string_view title) const {
    const auto heading = std::ranges::find_if(blocks, [&](const PageBlock& block) {
        return is_heading(block.tag) && block.text == title;
    });
    for (auto block = heading; block != blocks.end(); ++block) {
        if (block == heading) continue;
        if (block->letters >= kRunningText) break;
        if (block->letters > kLongestLine || is_heading(block->tag)) continue;
        if (const auto names = bylines_.read(block->text)) return split_names(*names);
        std::uint32_t node = block->node;
        bool is_called = false;
        for (int level = 0; level < kMostLevels && node != kNone; ++level) {
            is_called |= words_.role_of(tree.nodes[node].chars.of(tree.chars)) == PageRole::kByline;
            node = tree.nodes[node].parent;
        }
        if (!is_called) continue;
        const auto names = split_names(bylines_.names(block->text));
        if (!names.empty() && std::ranges::all_of(names, is_person)) return names;
    }
    return {};
}

std::string PageBylineReader::read(const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                                   const StatedAuthors& stated, std::string_view title) const {
    std::vector<std::string> names = cleaned(stated.linked, stated.outlet);
    const bool is_linked = !names.empty();
    for (const auto& group : stated.meta)
        if (names.empty()) names = cleaned(group, stated.outlet);
    const std::vector<std::string> seen = cleaned(shown(tree, blocks, title), stated.outlet);
    const bool is_same = !names.empty() && holds_all(seen, names);
    const bool is_other = !is_linked && !seen.empty() && !holds_all(names, seen);
    if (names.empty() || (is_same && seen.size() > names.size()) || is_other)
        if (!seen.empty()) names = seen;
    if (names.empty()) names = cleaned(linked_by_rel(tree, blocks), stated.outlet);
    if (!names.empty()) return joined(names);
    for (const PageBlock& block : blocks)
        if (const auto line = bylines_.read(block.text)) return *line;
    return {};
}

}  // namespace lede::reading
