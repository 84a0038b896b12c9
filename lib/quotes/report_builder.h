// ReportBuilder: puts the content of one sentence's reports together, piece by piece.
//
//   "The plan, the mayor said, has failed"   pieces [The plan] and [has failed]
//
// It knows what of the sentence is still free, where content before and after an attribution begins
// and ends, and whose verb a participle is. Which words make a report is decided by the readers
// above it (sourced_reports.h, report_finder.cpp).
#pragma once

#include <vector>

#include "quotes/cue_context.h"

namespace lede::quotes {

class ReportBuilder {
  protected:
    explicit ReportBuilder(const View& view) : view_(view), claimed_(view.marks.size()) {}

    // The subject of the clause that a participle hangs on.
    std::optional<NounPhrase> clause_subject(std::uint32_t cue) const;

    // Whether a marked span that no report has yet closes before the token, a comma between them or
    // not.
    bool follows_mark(std::uint32_t token) const;

    // Whether a line ends before the token. Requires: token > 0.
    bool begins_line(std::uint32_t token) const;

    // Where content that ends before `end` begins: behind what other reports claimed and behind the
    // last semicolon.
    std::uint32_t left_begin(std::uint32_t end) const;

    // Adds the content that ends before token `end`: the marked span that closes there (`marked`),
    // with the clause it belongs to, or a clause. False, and nothing added, if there is none.
    // `last`: the attribution ends the sentence, so that the clause's verb cannot follow it.
    bool add_left_piece(Report& report, std::uint32_t end, bool marked, bool last = false);

    // Adds the second half of a split report, if one follows the attribution that ends at `after`:
    // “A,” he said, “B.” or: The plan, she said, has failed. `next` becomes its end.
    void add_right(Report& report, std::uint32_t after, bool marked, std::uint32_t& next);

    // Where content from `begin` to `end` ends if its cue stands inside the subject of another
    // verb: "Lee, who said [the dam was safe], has left", "The judge, noting that [it was late],
    // left", "a man who claims [he saw it] told police". Else `end`.
    std::uint32_t inserted_end(const CueContext& context, std::uint32_t begin,
                               std::uint32_t end) const;

    // The comma before the main clause, behind content whose participle opens the sentence:
    // "Arguing that [it was late], Lee left". kNone if there is none before `end`.
    std::uint32_t main_clause_comma(std::uint32_t begin, std::uint32_t end) const;

    // Frees what the last report claimed, if it ends at `end` without marks: all that stands before
    // is what another source said. "Voters say [they are tired], a survey found".
    void free_last(std::uint32_t end);

    // Whether the verb of a subject before may stand here; past forms are often tagged participles.
    bool begins_predicate(std::uint32_t token) const;

    // Whether a clause that depends on the content follows the attribution's comma: "The talks
    // failed, he said, [when aid was cut]"; not "…, while others deny it".
    bool goes_on(std::uint32_t comma) const;

    // Whether a past form that the tagger took for a participle is the verb of a clause in
    // [begin, end): "Officials regularly sent them there, she said"; `last`: "Rockets struck/VBN
    // the base, she said." at the sentence's end.
    bool has_past(std::uint32_t begin, std::uint32_t end, bool last) const;

    // Whether a verb that goes with quotations stands in [begin, end).
    bool has_cue(std::uint32_t begin, std::uint32_t end) const;

    // A comma, or a dash that joins no compound ("so-called").
    bool sets_off(std::uint32_t token) const;

    // Adds tokens [begin, end) to the report; nothing if they are none.
    void add_piece(Report& report, std::uint32_t begin, std::uint32_t end);

    // Keeps the report and claims the tokens up to `next`; returns the token to read on from.
    std::uint32_t finish(Report& report, std::uint32_t next);

    const View& view_;
    std::vector<bool> claimed_;  // by mark: whether a report has it
    std::vector<Report> reports_;
    std::uint32_t begin_ = 0;  // tokens of the sentence, without its final period
    std::uint32_t end_ = 0;
    std::uint32_t free_ = 0;             // first token that no report has claimed
    std::uint32_t freed_ = 0;            // the same before the last report
    int depth_ = 0;                      // reports inside which is being read
    std::optional<NounPhrase> subject_;  // of the last report in the sentence
};

}  // namespace lede::quotes
