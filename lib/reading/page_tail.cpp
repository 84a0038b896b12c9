#include "reading/page_tail.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace lede::reading {
namespace {

bool is_link(const PageBlock& block) { return block.link_letters * 10 >= block.letters * 9; }

// True where most of the text is addresses of people or stands behind a label:
// "ann@harbour.example x.com/annlee", "More: https://…". A bare address may be what it is all
// about.
bool is_addresses(std::string_view text) {
    std::size_t letters = 0, in_addresses = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        const std::string_view word = text.substr(at, end - at);
        const bool is_address = word.find("://") != std::string_view::npos ||
                                word.find("www.") != std::string_view::npos ||
                                (word.find('.') != std::string_view::npos &&
                                 word.find_first_of("@/") != std::string_view::npos);
        letters += word.size();
        if (is_address) in_addresses += word.size();
        at = end + 1;
    }
    return in_addresses * 2 > letters &&
           (in_addresses < letters || text.find("://") == std::string_view::npos);
}

TailCue cue_of(const PageBlock& block, const LineCues& cues) {
    const bool is_bare_address = block.text.find("://") != std::string::npos;
    if (is_heading(block.tag) || (is_link(block) && !is_bare_address) || is_addresses(block.text))
        return TailCue::kOut;
    return cues.tail_cue(block.text);
}

}  // namespace

void cut_page_tail(const std::vector<PageBlock>& blocks, const LineCues& cues,
                   std::vector<bool>& is_body) {
    std::uint64_t letters = 0, cut = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (is_body[i]) letters += blocks[i].letters;
    for (std::size_t i = blocks.size(); i-- > 0;) {
        if (!is_body[i]) continue;
        const TailCue cue = cue_of(blocks[i], cues);
        if (cue == TailCue::kNote) continue;
        cut += blocks[i].letters;
        if (cue == TailCue::kNone || cut * 4 > letters) return;
        is_body[i] = false;
    }
}

}  // namespace lede::reading
