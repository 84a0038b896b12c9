#include "training/entity_corpus.h"

#include <catch2/catch.hpp>

#include "support/temporary_folder.h"

using namespace lede;

namespace {

// The only document of a BIO file with these lines.
training::EntityDocument read(const std::string& bio) {
    const test::TemporaryFolder folder;
    auto documents = training::EntityCorpusReader(Lexicon()).read(folder.write("set.tsv", bio));
    REQUIRE(documents.size() == 1);
    return documents.front();
}

std::string text_of(const training::EntityDocument& read, std::size_t name) {
    const auto& span = read.names.at(name);
    std::string text;
    for (std::size_t i = span.begin; i < span.end; ++i)
        text += (text.empty() ? "" : " ") + std::string(read.document.token_text(i));
    return text;
}

}  // namespace

TEST_CASE("what is cut off a person's name may hold other names: it is unknown") {
    const auto document = read(
        "Kwok\tB-PER\nHo\tI-PER\nof\tI-PER\nthe\tI-PER\nLabour\tI-PER\nParty\tI-PER\nwon\tO\n");
    REQUIRE(document.names.size() == 1);
    CHECK(text_of(document, 0) == "Kwok Ho");
    CHECK(document.unknown == std::vector<bool>{false, false, true, true, true, true, false});
}

TEST_CASE("a place that owns a name, and a title alone, are no part of it") {
    const auto document = read(
        "Mecca\tB-LOC\n's\tI-LOC\nGrand\tI-LOC\nMosque\tI-LOC\nand\tO\nPrime\tB-PER\n"
        "Minister\tI-PER\n");
    REQUIRE(document.names.size() == 1);
    CHECK(text_of(document, 0) == "Grand Mosque");
    CHECK(document.unknown == std::vector<bool>{true, true, false, false, false, true, true});
}
