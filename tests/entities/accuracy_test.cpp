// Floors of accuracy on the shared corpora. The shipped model has learned from these texts: the
// floors tell a change that breaks something, not how well new texts fare (see ner.model.md).
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <tuple>

#include "entities/entity_finder.h"
#include "training/entity_corpus.h"

using namespace lede;

namespace {

using Name = std::tuple<std::uint32_t, std::uint32_t, std::size_t>;  // bytes, coarse type

std::filesystem::path corpora() {
    const char* folder = std::getenv("LEDE_CORPORA");
    return folder ? std::filesystem::path(folder)
                  : std::filesystem::path(LEDE_SOURCE_DIR) / "../shared/corpora";
}

// Index into training::kCoarseTypes; kNone for what the corpora do not judge.
std::size_t coarse(EntityType type) {
    switch (type) {
        case EntityType::kPerson:
            return 0;
        case EntityType::kOrg:
            return 1;
        case EntityType::kGpe:
        case EntityType::kLoc:
        case EntityType::kFac:
            return 2;
        default:
            return kNone;
    }
}

// F1 of PERSON, ORG and GPE+LOC+FAC, exact spans.
double f1_of(const std::vector<training::EntityDocument>& documents,
             const entities::EntityFinder& finder, bool lower) {
    std::size_t right = 0;
    std::size_t found = 0;
    std::size_t there = 0;
    for (training::EntityDocument document : documents) {
        std::set<Name> gold;
        for (const auto& name : document.names)
            if (name.type < 3)
                gold.insert({document.document.tokens[name.begin].span.begin,
                             document.document.tokens[name.end - 1].span.end, name.type});
        if (lower) training::lower_case(document.document);
        there += gold.size();
        for (const Mention& mention : finder.find(document.document).mentions) {
            if (coarse(mention.type) == kNone) continue;
            ++found;
            right += gold.count(
                {mention.place.span.begin, mention.place.span.end, coarse(mention.type)});
        }
    }
    return 200.0 * static_cast<double>(right) / static_cast<double>(found + there);
}

}  // namespace

TEST_CASE("names of news articles keep their accuracy, with and without letter case") {
    const auto file = corpora() / "ner" / "gum_news.tsv";
    if (!std::filesystem::exists(file)) {
        WARN("skipped: no " << file);
        return;
    }
    const Lexicon lexicon;
    auto documents = training::EntityCorpusReader(lexicon).read(file);
    documents.resize(std::min<std::size_t>(documents.size(), 12));
    const entities::EntityFinder finder(lexicon, {});
    CHECK(f1_of(documents, finder, false) > 90.0);
    CHECK(f1_of(documents, finder, true) > 82.0);
}
