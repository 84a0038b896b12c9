#include "reading/boilerplate.h"

#include <string>
#include <utility>
#include <vector>

namespace lede::reading {
namespace {

bool is_boilerplate(const Block& block) { return block.kind == BlockKind::kBoilerplate; }

// The text from each kept block up to the next block stays; so does what stands before the first.
void drop(Article& article) {
    const std::vector<Block> blocks = std::move(article.blocks);
    const std::size_t first = blocks.empty() ? article.text.size() : blocks.front().span.begin;
    std::string text = article.text.substr(0, first);
    article.blocks.clear();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (is_boilerplate(blocks[i])) continue;
        const Span span = blocks[i].span;
        const std::size_t next =
            i + 1 < blocks.size() ? blocks[i + 1].span.begin : article.text.size();
        article.blocks.push_back(
            {make_span(text.size(), text.size() + span.size()), blocks[i].kind});
        text.append(article.text, span.begin, next - span.begin);
    }
    article.text = std::move(text);
}

}  // namespace

void apply_boilerplate_policy(BoilerplatePolicy policy, Article& article) {
    if (policy == BoilerplatePolicy::kDrop) drop(article);
    if (policy != BoilerplatePolicy::kKeep) return;
    for (Block& block : article.blocks)
        if (is_boilerplate(block)) block.kind = BlockKind::kParagraph;
}

}  // namespace lede::reading
