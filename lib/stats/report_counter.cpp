#include "stats/report_counter.h"

namespace lede::stats {
namespace {

constexpr ItemRule kNames{.kind = ItemKind::kEntities};

}  // namespace

ReportCounter::ReportCounter(const ItemRule& rule)
    : summary({.subject = Subject::kSummary}),
      timeline({.subject = Subject::kTimeline}),
      quotes({.subject = Subject::kQuotes}),
      citations({.subject = Subject::kCitations}),
      names({.first = kNames, .second = kNames, .within = Within::kSentence}),
      words(rule) {}

Layers ReportCounter::layers(const ItemRule& words) {
    return layers_of(Subject::kSummary, {}) | layers_of(words);
}

void ReportCounter::add(const Document& document) {
    for (Counter* counter : {&summary, &timeline, &quotes, &citations}) counter->add(document);
    names.add(document);
    words.add(document);
}

void ReportCounter::merge(const ReportCounter& other) {
    summary.merge(other.summary);
    timeline.merge(other.timeline);
    quotes.merge(other.quotes);
    citations.merge(other.citations);
    names.merge(other.names);
    words.merge(other.words);
}

}  // namespace lede::stats
