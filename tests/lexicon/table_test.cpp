#include "lexicon/table.h"

#include <catch2/catch.hpp>

#include "lexicon/table_compiler.h"

using namespace lede;
using Catch::Matchers::Contains;

namespace {

std::string head(std::string_view rows) {
    return "# columns: name kind\n# key: name\n" + std::string(rows);
}

}  // namespace

TEST_CASE("a compiled table gives back its cells and finds a key") {
    const std::string tsv = head("Gov.\ttitle\nSen.\ttitle\np.m.\ttime\n");
    const std::string bytes = lexicon::compile_table(lexicon::parse_table("t.tsv", tsv));
    const lexicon::Table table(bytes);
    REQUIRE(table.rows() == 3);
    REQUIRE(table.cell(2, table.column("kind")) == "time");
    REQUIRE(table.find("Sen.") == 1);
    REQUIRE(table.find("Rep.") == table.rows());
}

TEST_CASE("a broken table is refused with its line") {
    const auto parse = [](const std::string& tsv) { (void)lexicon::parse_table("t.tsv", tsv); };
    REQUIRE_THROWS_WITH(parse(head("a\tx\na\ty\n")), Contains("t.tsv:4: the same key twice"));
    REQUIRE_THROWS_WITH(parse(head("b\tx\na\ty\n")), Contains("not sorted"));
    REQUIRE_THROWS_WITH(parse(head("a\n")), Contains("has 1 cells, not 2"));
    REQUIRE_THROWS_WITH(parse(head("a \tx\n")), Contains("blank"));
    REQUIRE_THROWS_WITH(parse(head("# columns: one\n")), Contains("t.tsv:3: \"# columns:\" twice"));
    REQUIRE_THROWS_WITH(parse(head("a\tx\n# phrases: abbreviation fold\n")),
                        Contains("t.tsv:4: a part of the head behind the first row"));
}
