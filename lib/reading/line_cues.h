// LineCues: what a short line of an article is, by the phrases that stand in it.
//
//   cues.kind_of("Published in: Just Facts")   -> kPublication, rest "Just Facts"
//   cues.kind_of("Skip to main content")       -> kBoilerplate
//   cues.kind_of("Ministers met on Friday.")   -> nothing
//
// The phrases and the way each must stand in its line are in data/reading/line_cues.tsv.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lexicon/lexicon.h"
#include "model/article.h"
#include "text/literal_set.h"

namespace lede::reading {

struct LineCue {
    BlockKind kind;
    std::string_view rest;  // what follows the phrase, without ":" and blanks; borrows the line
    bool is_whole = false;  // the phrase is the whole line
};

enum class TailCue : std::uint8_t { kNone, kNote, kByline, kOut };

class LineCues {
  public:
    explicit LineCues(const Lexicon& lexicon);

    // Linear; lines over 400 bytes are never cued.
    std::optional<LineCue> kind_of(std::string_view line) const;

    // What a line is where it ends an article: "Follow her on Twitter" is none of it, "Bo Berg
    // contributed to this report" a byline, "This story has been updated" is a note. Linear; lines
    // over 400 bytes are never cued.
    TailCue tail_cue(std::string_view line) const;

  private:
    bool may_hold_inner_cue(std::string_view line) const;
    bool may_begin_with_cue(std::string_view line) const;

    lexicon::Table table_;
    lexicon::PhraseIndex phrases_;
    // One word of each phrase that may stand anywhere in a line: most lines hold none of them, and
    // then only their beginning needs a look.
    std::optional<LiteralSet> gates_;  // nothing: each line needs a look
};

}  // namespace lede::reading
