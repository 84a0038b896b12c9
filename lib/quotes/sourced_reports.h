// SourcedReports: reports whose source is named without a verb of saying.
//
//   "According to the mayor, the plan failed"     "his claim that the plan failed"
//   "Mayor Lee: Plan has failed" (a headline)
#pragma once

#include "quotes/report_builder.h"

namespace lede::quotes {

class SourcedReports : public ReportBuilder {
  protected:
    using ReportBuilder::ReportBuilder;

    // "Trump: we fell in love"
    void read_heading();

    std::uint32_t read_according(std::uint32_t at);

    bool is_noun_here(std::uint32_t i) const;

    // "his claim that the vote was rigged"
    std::uint32_t read_noun(std::uint32_t noun);

    // "In his view, [the vote was rigged]"; "in the eyes of critics, [it failed]". 0 if it is none.
    std::uint32_t read_opinion(std::uint32_t noun);

    // The end of a clause inside a subject: before the verb that it is the subject of.
    std::uint32_t end_before_verb(std::uint32_t begin) const;

    // Behind "According to Ann Lee, a doctor,": the first token of the clause.
    std::uint32_t skip_apposition(std::uint32_t after) const;

    const Mention& mention(const TokenFact& fact) const;

  private:
    // The source of "according to": a wide phrase if a comma or the end follows; else it stops
    // where the first name does, since the clause begins there.
    std::optional<NounPhrase> source_after(std::uint32_t begin) const;

    // "two people [familiar with the matter]", "a memo [posted online]": on to the comma behind
    // what describes the source.
    std::uint32_t end_of_source(std::uint32_t end) const;

    // Whether the words before a medial "according to" are the clause's own: its subject, not a
    // time or place.
    bool is_subject(std::uint32_t begin, std::uint32_t end) const;
};

}  // namespace lede::quotes
