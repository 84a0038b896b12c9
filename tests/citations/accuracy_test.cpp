// A floor of accuracy on paragraphs of bills and of Code notes with their drafters' own mark-up.
#include <simdjson.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "citations/citation_finder.h"
#include "text/offset_map.h"

using namespace lede;

namespace {

std::filesystem::path corpora() {
    if (const char* folder = std::getenv("LEDE_CORPORA")) return folder;
    return std::filesystem::path(LEDE_SOURCE_DIR) / "../shared/corpora";
}

struct Score {
    double gold = 0;
    double predicted = 0;
    double exact = 0;
    double exact_f1() const { return 2 * exact / (gold + predicted); }
};

}  // namespace

TEST_CASE("citations in bills and Code notes are found exactly") {
    const auto path = corpora() / "citations/uslm_tune.jsonl";
    if (!std::filesystem::exists(path)) {
        WARN("skipped: " << path.string() << " is not there");
        return;
    }
    const citations::CitationFinder finder(Lexicon(), {});
    const std::set<std::string_view> scoped = {"usc", "pl", "stat", "cfr", "fr", "session-law"};
    Score score;
    simdjson::dom::parser parser;
    for (simdjson::dom::element one : parser.load_many(path.string())) {
        if (one["kinds"].get_array().value().size() == 0) continue;
        Document document;
        document.article.id = std::string(one["id"].get_string().value());
        document.article.text = std::string(one["text"].get_string().value());
        const OffsetMap map(document.text(), OffsetUnit::kCodePoints);
        std::set<std::pair<std::uint64_t, std::uint64_t>> gold;
        for (simdjson::dom::element wanted : one["expected"])
            gold.emplace(wanted["begin"].get_uint64().value(), wanted["end"].get_uint64().value());
        score.gold += static_cast<double>(gold.size());
        for (const Citation& citation : finder.find(document)) {
            if (!scoped.contains(name_of(citation.kind))) continue;
            const Span span = citation.place.span;
            score.predicted += 1;
            score.exact += static_cast<double>(
                gold.count({map.from_bytes(span.begin), map.from_bytes(span.end)}));
        }
    }
    INFO("exact F1 " << score.exact_f1());
    CHECK(score.exact_f1() >= 0.96);
}
