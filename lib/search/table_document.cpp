#include <algorithm>
#include <array>

#include "search/document_table.h"

namespace lede::search {
namespace {

// Numbers of the regions that begin in [begin, end).
template <typename Visit>
void each_region(const TokenTable& table, std::string_view name, std::uint32_t begin,
                 std::uint32_t end, Visit&& visit) {
    const RegionColumns* const regions = table.region(name);
    if (!regions) return;
    std::uint32_t low = 0;
    for (std::uint32_t high = regions->size(); low < high;) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (regions->begins[middle] < begin)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < regions->size() && regions->begins[low] < end; ++low)
        visit(*regions, low, regions->begins[low] - begin,
              std::min(regions->end(low), end) - begin);
}

void read_article(const RegionColumns& texts, std::uint32_t text, Article& article) {
    const auto take = [&](std::string_view name, std::string& target) {
        const RegionColumn* const attribute = texts.attribute(name);
        if (attribute) target = attribute->value(text).value_or(target);
    };
    take("id", article.id);
    take("source", article.source);
    take("title", article.title);
    take("byline", article.byline);
    take("publication", article.publication);
    take("date", article.published);
    take("published", article.published);
    take("language", article.language);
    std::string tail;
    take("tail", tail);
    article.text += tail;
}

BlockKind kind_of(const RegionColumns& blocks, std::uint32_t block) {
    const RegionColumn* const attribute = blocks.attribute("kind");
    const auto name = attribute ? attribute->value(block) : std::nullopt;
    const auto found = std::ranges::find(kBlockKindNames, name.value_or("paragraph"));
    return found == kBlockKindNames.end() ? BlockKind::kParagraph
                                          : static_cast<BlockKind>(found - kBlockKindNames.begin());
}

}  // namespace

Document document_of(const TokenTable& table, std::uint32_t begin, std::uint32_t end,
                     std::string_view id) {
    Document document;
    document.article.id = id;
    const TokenColumn* const words = table.column("word");
    const TokenColumn* const blanks = table.column(kBlankAttribute);
    std::string& text = document.article.text;
    for (std::uint32_t token = begin; words && token < end; ++token) {
        if (blanks)
            text += blanks->values[blanks->ids[token]];
        else if (token > begin)
            text += ' ';
        const std::size_t at = text.size();
        text += words->values[words->ids[token]];
        document.tokens.push_back({make_span(at, text.size())});
    }
    if (document.tokens.size() < end - begin) return document;
    const auto span = [&](std::uint32_t first, std::uint32_t last) {
        return cover(document.tokens[first].span, document.tokens[last - 1].span);
    };
    each_region(table, "s", begin, end, [&](const auto&, auto, std::uint32_t first, auto last) {
        if (document.sentences.empty() || first >= document.sentences.back().last_token)
            document.sentences.push_back({span(first, last), first, last});
    });
    each_region(table, "p", begin, end,
                [&](const auto& blocks, auto block, std::uint32_t first, auto last) {
                    const Span at = span(first, last);
                    auto& all = document.article.blocks;
                    if (all.empty() || at.begin >= all.back().span.end)
                        all.push_back({at, kind_of(blocks, block)});
                });
    bool is_first = true;
    each_region(table, "text", begin, end, [&](const auto& texts, auto number, auto, auto) {
        if (std::exchange(is_first, false)) read_article(texts, number, document.article);
    });
    document.computed = {Layer::kBlocks, Layer::kSentences, Layer::kTokens};
    return document;
}

}  // namespace lede::search
