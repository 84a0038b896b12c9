#include "reading/html_tree.h"

#include <algorithm>

namespace lede::reading {

std::string_view HtmlTree::attribute(std::uint32_t node, AttributeName name) const {
    auto at = std::ranges::lower_bound(attributes, node, {}, &HtmlAttribute::node);
    for (; at != attributes.end() && at->node == node; ++at)
        if (at->name == name) return at->value.of(chars);
    return {};
}

std::string HtmlTree::text_below(std::uint32_t node) const {
    std::string out;
    for (std::uint32_t i = node; i < nodes[node].end; ++i)
        if (nodes[i].tag == Tag::kText) out += text(i);
    return out;
}

bool is_heading(Tag tag) { return tag >= Tag::kH1 && tag <= Tag::kH6; }

bool is_block(Tag tag) {
    switch (tag) {
        case Tag::kText:
        case Tag::kInline:
        case Tag::kSkipped:
        case Tag::kA:
        case Tag::kBr:
        case Tag::kButton:
        case Tag::kLink:
        case Tag::kMeta:
        case Tag::kTime:
        case Tag::kTitle:
            return false;
        default:
            return true;
    }
}

}  // namespace lede::reading
