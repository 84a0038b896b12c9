// Predications: reports whose content hangs on something else than a verb of saying and its clause.
//
//   "Voters are skeptical that [he can win]"        an adjective of feeling or knowing
//   "He made it clear that [he would stay]"
//   "repeated his pledge [to veto the bill]"        a noun of promising
//   "described [the meeting as tense]"              what somebody calls something
//   "accused the mayor [of hiding the report]"
//   "denied [any wrongdoing]"
//
// Content in marks that is called something ("a “disgrace”") is read by mark_reports.h.
#pragma once

#include "quotes/cue_context.h"
#include "quotes/sourced_reports.h"

namespace lede::quotes {

class Predications : public SourcedReports {
  protected:
    using SourcedReports::SourcedReports;

    // Each returns the token to read on from, or 0 if there is no such report.
    std::uint32_t read_feeling(std::uint32_t word);
    std::uint32_t read_promise(std::uint32_t noun);
    std::uint32_t read_description(std::uint32_t cue);

    // "denied [any wrongdoing]", "called for [an inquiry]", of people and bodies only. `report` has
    // cue and speaker.
    std::uint32_t read_object(Report& report, const CueContext& context);

    // Whether the infinitive behind a cue is content: "vowed to go", "urged them to go", "wants to
    // go"; not "wants to say that …", where the saying is the report.
    bool takes_infinitive(const Report& report, const CueContext& context,
                          std::uint32_t content) const;

    // Whether the subject is somebody or something that can speak: not "it", "there", "you".
    bool is_somebody(const std::optional<NounPhrase>& phrase) const;

    // Whether it is a name, "he", "she", "they" or a source that news has ("officials").
    bool is_known(const NounPhrase& phrase) const;

    // Who the noun belongs to: "his pledge", "the governor's pledge".
    std::optional<NounPhrase> owner_of(std::uint32_t noun) const;

  private:
    // Where the content of "described … as", "called … a", "accused … of" begins; kNone if the
    // words behind the cue are none of these.
    std::uint32_t description_begin(std::uint32_t cue) const;

    // "[what he called] a sham", "[what she described] as a plan": the object is what is said of
    // it.
    bool is_free_relative(std::uint32_t cue) const;

    // Where the noun phrase behind such a cue ends: at a comma or at the outer clause's verb.
    std::uint32_t phrase_behind_end(std::uint32_t begin) const;

    // Whether the phrase names people or a body of people, not a plan or a report.
    bool is_people(const NounPhrase& phrase) const;

    // Where a phrase that is content ends: before commas, subordinate clauses, times and media
    // ("in an interview").
    std::uint32_t object_end(std::uint32_t cue, const NounPhrase& object) const;

    // The "of" of an accusation: the one before a gerund, else the first.
    std::uint32_t accusation_begin(std::uint32_t cue) const;
};

}  // namespace lede::quotes
