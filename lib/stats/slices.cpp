#include "stats/slices.h"

#include "text/unicode.h"

namespace lede::stats {
namespace {

constexpr std::size_t kSlice = std::size_t{64} << 10;

// The first place at or after `at` where the text may be cut, or `end`.
std::size_t next_cut(std::string_view text, std::size_t at, std::size_t end) {
    for (; at < end; ++at)
        if (text[at] == '\n' && !unicode::is_ascii_space(text[at - 1]) &&
            static_cast<unsigned char>(text[at - 1]) < 0x80)
            return at;
    return end;
}

void append_slices(std::string_view text, std::size_t begin, std::size_t end,
                   std::vector<Span>& slices) {
    while (begin < end) {
        const std::size_t cut = end - begin > kSlice ? next_cut(text, begin + kSlice, end) : end;
        slices.push_back(make_span(begin, cut));
        begin = cut;
    }
}

}  // namespace

std::vector<Span> text_slices(const Article& article) {
    std::vector<Span> slices;
    std::size_t begin = 0;
    for (const Block& block : article.blocks) {
        if (block.kind != BlockKind::kBoilerplate) continue;
        append_slices(article.text, begin, block.span.begin, slices);
        begin = block.span.end;
    }
    append_slices(article.text, begin, article.text.size(), slices);
    return slices;
}

}  // namespace lede::stats
