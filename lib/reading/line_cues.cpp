#include "reading/line_cues.h"

#include <stdexcept>

#include "lexicon/phrase_words.h"
#include "text/unicode.h"

namespace lede::reading {
namespace {

constexpr std::size_t kLongestLine = 400;
constexpr std::size_t kLongestBegin = 200;  // a line that only begins with a cue is shorter

BlockKind parse_kind(std::string_view name) {
    if (name == "boilerplate") return BlockKind::kBoilerplate;
    if (name == "publication") return BlockKind::kPublication;
    if (name == "byline") return BlockKind::kByline;
    if (name == "caption") return BlockKind::kCaption;
    throw std::runtime_error("reading/line_cues: unknown kind");
}

std::string_view without_label_marks(std::string_view text) {
    while (!text.empty() && (text.front() == ':' || unicode::is_ascii_space(text.front())))
        text.remove_prefix(1);
    return text;
}

}  // namespace

LineCues::LineCues(const Lexicon& lexicon)
    : table_(lexicon.table("reading/line_cues")), phrases_(lexicon.phrases("reading/line_cues")) {}

std::optional<LineCue> LineCues::kind_of(std::string_view line) const {
    if (line.size() > kLongestLine) return std::nullopt;
    std::vector<Span> words;
    lexicon::split_phrase_words(line, words);
    for (const lexicon::PhraseMatch& match : phrases_.find(line, words)) {
        const std::string_view place = table_.cell(match.row, table_.column("place"));
        const bool begins = match.span.begin == words.front().begin;
        const bool ends = match.span.end == words.back().end ||
                          (words.size() > match.words && words.back().size() == 1 &&
                           words[words.size() - 2].end == match.span.end &&
                           !unicode::is_ascii_letter(line[words.back().begin]));
        const bool holds = place == "any" || (place == "line" && begins && ends) ||
                           (place == "begin" && begins && line.size() <= kLongestBegin) ||
                           (place == "end" && ends);
        if (!holds) continue;
        return LineCue{parse_kind(table_.cell(match.row, table_.column("kind"))),
                       without_label_marks(line.substr(match.span.end)), begins && ends};
    }
    return std::nullopt;
}

}  // namespace lede::reading
