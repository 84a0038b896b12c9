#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "reading/vrt_article.h"
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
    take("date", article.published);  // of vertical text; a year alone is no day
    if (article.published.size() < std::size("2019-02-20") - 1) article.published.clear();
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

// What stands before the words of vertical text: as where it is read (reading/vrt_article.h).
class VerticalBlanks {
  public:
    VerticalBlanks(const TokenTable& table, std::uint32_t begin, std::uint32_t end) {
        for (const char* block : {"p", "head"})
            each_region(table, block, begin, end,
                        [&](const auto&, auto, std::uint32_t first, std::uint32_t last) {
                            bounds_.push_back(first);
                            bounds_.push_back(last);
                        });
        std::ranges::sort(bounds_);
    }

    std::string_view before(std::uint32_t token, std::string_view last,
                            std::string_view word) const {
        if (token == 0) return "";
        if (std::ranges::binary_search(bounds_, token)) return "\n\n";
        return reading::stands_close(last, word) ? "" : " ";
    }

  private:
    std::vector<std::uint32_t> bounds_;  // of blocks, in tokens of the document
};

}  // namespace

Document document_of(const TokenTable& table, std::uint32_t begin, std::uint32_t end,
                     std::string_view id) {
    Document document;
    document.article.id = id;
    const TokenColumn* const words = table.column("word");
    const TokenColumn* const blanks = table.column(kBlankAttribute);
    std::string& text = document.article.text;
    std::optional<VerticalBlanks> vertical;
    if (!blanks) vertical.emplace(table, begin, end);
    std::string_view before;
    for (std::uint32_t token = begin; words && token < end; ++token) {
        const std::string_view word = words->values[words->ids[token]];
        text += vertical ? vertical->before(token - begin, before, word)
                         : blanks->values[blanks->ids[token]];
        const std::size_t at = text.size();
        text += word;
        before = word;
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
