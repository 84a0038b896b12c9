#include "reading/line_cues.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "lexicon/phrase_words.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

constexpr std::size_t kLongestLine = 400;
constexpr std::size_t kLongestTailLead = 120;  // before a cue in a tail, or of a line it begins
constexpr std::size_t kLongestBegin = 200;     // a line that only begins with a cue is shorter

BlockKind parse_kind(std::string_view name) {
    if (name == "boilerplate") return BlockKind::kBoilerplate;
    if (name == "publication") return BlockKind::kPublication;
    if (name == "byline") return BlockKind::kByline;
    if (name == "caption") return BlockKind::kCaption;
    throw std::runtime_error("reading/line_cues: unknown kind");
}

// True for "", "...", " (12)": no words.
bool holds_only_marks(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        if (unicode::is_letter(next.code_point)) return false;
        at += next.size;
    }
    return true;
}

// True if a sentence may begin here: nothing, or the mark of one that ends, stands before.
bool begins_sentence(std::string_view line, std::size_t at) {
    while (at > 0 && !unicode::is_ascii_letter(line[at - 1]) &&
           !unicode::is_ascii_digit(line[at - 1])) {
        --at;
        if (std::string_view(".!?)|").find(line[at]) != std::string_view::npos) return true;
    }
    return at == 0;
}

std::string_view without_label_marks(std::string_view text) {
    while (!text.empty() && (text.front() == ':' || unicode::is_ascii_space(text.front())))
        text.remove_prefix(1);
    return text;
}

// The longest word of ASCII letters of a phrase.
std::string gate_of(std::string_view phrase) {
    std::vector<Span> words;
    lexicon::split_phrase_words(phrase, words);
    std::string_view gate;
    for (const Span span : words) {
        const std::string_view word = span.of(phrase);
        if (word.size() > gate.size() && std::ranges::all_of(word, unicode::is_ascii_letter))
            gate = word;
    }
    return std::string(gate);
}

// Nothing if a phrase that may stand anywhere in its line has no word that can be a gate.
std::optional<LiteralSet> gates_of(const lexicon::Table& table) {
    std::vector<std::string> gates;
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const std::string_view place = table.cell(row, table.column("place"));
        if (place != "any" && place != "end") continue;
        gates.push_back(gate_of(table.cell(row, table.column("cue"))));
        if (gates.back().size() < LiteralSet::kShortest) return std::nullopt;
    }
    return LiteralSet(std::move(gates), true);
}

// Whether a quotation opens in what follows a cue: "She put it on Twitter: “We lost.”" is no label.
bool quotes(std::string_view rest) {
    return rest.find('"') != std::string_view::npos || rest.find("“") != std::string_view::npos;
}

}  // namespace

LineCues::LineCues(const Lexicon& lexicon)
    : table_(lexicon.table("reading/line_cues")),
      phrases_(lexicon.phrases("reading/line_cues")),
      gates_(gates_of(table_)) {}

bool LineCues::may_hold_inner_cue(std::string_view line) const {
    // The only letters beyond ASCII whose folded form is in ASCII.
    constexpr std::string_view kLongS = "\xC5\xBF", kKelvin = "\xE2\x84\xAA";
    return !gates_ || gates_->find(line) != LiteralSet::kNotFound ||
           line.find(kLongS) != std::string_view::npos ||
           line.find(kKelvin) != std::string_view::npos;
}

bool LineCues::may_begin_with_cue(std::string_view line) const {
    std::uint32_t node = lexicon::PhraseIndex::kRoot;
    std::string scratch;
    Span word = lexicon::next_phrase_word(line, 0, line.size());
    for (; !word.empty(); word = lexicon::next_phrase_word(line, word.end, line.size())) {
        node = phrases_.step(node, phrases_.word(word.of(line), scratch));
        if (node == kNone) return false;
        if (phrases_.first_row(node) != kNone) return true;
    }
    return false;
}

std::optional<LineCue> LineCues::kind_of(std::string_view line) const {
    if (line.size() > kLongestLine) return std::nullopt;
    if (!may_begin_with_cue(line) && !may_hold_inner_cue(line)) return std::nullopt;
    std::vector<Span> words;
    lexicon::split_phrase_words(line, words);
    for (const lexicon::PhraseMatch& match : phrases_.find(line, words)) {
        const std::string_view place = table_.cell(match.row, table_.column("place"));
        const bool begins = match.span.begin == words.front().begin;
        const bool ends = holds_only_marks(line.substr(match.span.end));
        const bool holds = place == "any" || (place == "line" && begins && ends) ||
                           (place == "begin" && begins && line.size() <= kLongestBegin) ||
                           (place == "end" && ends);
        if (!holds) continue;
        return LineCue{parse_kind(table_.cell(match.row, table_.column("kind"))),
                       without_label_marks(line.substr(match.span.end)), begins && ends};
    }
    return std::nullopt;
}

TailCue LineCues::tail_cue(std::string_view line) const {
    if (line.size() > kLongestLine) return TailCue::kNone;
    std::vector<Span> words;
    lexicon::split_phrase_words(line, words);
    TailCue found = TailCue::kNone;
    for (const lexicon::PhraseMatch& match : phrases_.find(line, words)) {
        const std::string_view place = table_.cell(match.row, table_.column("place"));
        const bool begins = match.span.begin == words.front().begin;
        const std::string_view kind = table_.cell(match.row, table_.column("kind"));
        if (quotes(line.substr(match.span.end))) continue;
        if (place == "tail" || (place == "tail-begin" && begins && line.size() <= kLongestTailLead))
            return kind == "byline" ? TailCue::kByline : TailCue::kOut;
        const bool is_appeal = place == "begin" || (place == "line" && match.words > 2);
        if (is_appeal && kind == "boilerplate" && match.span.begin <= kLongestTailLead &&
            begins_sentence(line, match.span.begin))
            return TailCue::kOut;
        if (begins && (place == "tail-note" || kind == "publication")) found = TailCue::kNote;
    }
    return found;
}

}  // namespace lede::reading
