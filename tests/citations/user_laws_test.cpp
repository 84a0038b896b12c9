#include "citations/user_laws.h"

#include <catch2/catch.hpp>

#include "citations/citation_finder.h"
#include "support/temporary_folder.h"

using namespace lede;

namespace {

std::vector<Citation> find(const citations::CitationFinder& finder, std::string_view text) {
    Document document;
    document.article.text = text;
    return finder.find(document);
}

}  // namespace

TEST_CASE("a law of the user is found by name, by alias and by pattern") {
    const test::TemporaryFolder folder;
    const std::string path = folder.write(
        "laws.tsv",
        "# our city\n"
        "Metro Transit Code\tTransit Code\t/x/metro/code\thttps://example.org/mtc\tMTC \\d+\n");
    const citations::CitationFinder finder(Lexicon(), {.law_files = {path}});
    const std::string_view text = "The Metro Transit Code, MTC 12 and the Clean Air Act apply.";
    const std::vector<Citation> found = find(finder, text);
    REQUIRE(found.size() == 3);
    CHECK(found[0].id == "/x/metro/code");
    CHECK(found[0].url == "https://example.org/mtc");
    CHECK(found[1].place.span.of(text) == "MTC 12");
    CHECK(found[1].id == "/x/metro/code");
    CHECK(found[2].id == "/us/pl/84/159");
}

TEST_CASE("a law without an identifier is refused with its line") {
    const test::TemporaryFolder folder;
    const std::string path = folder.write("laws.tsv", "# head\nMetro Transit Code\t\t\n");
    REQUIRE_THROWS_WITH(citations::read_user_laws(path),
                        Catch::Contains(":2: a law needs a name and an id"));
    REQUIRE_THROWS(citations::read_user_laws("/no/such/file.tsv"));
}

TEST_CASE("a pattern that is no expression is refused") {
    const test::TemporaryFolder folder;
    const std::string path = folder.write("laws.tsv", "Transit Code\t\t/x/code\t\t(\n");
    REQUIRE_THROWS(citations::CitationFinder(Lexicon(), {.law_files = {path}}));
}
