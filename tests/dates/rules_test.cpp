// Every rule of the grammar that gives an example with a value reads it so.
#include <catch2/catch.hpp>

#include "dates/date_reading.h"

using namespace lede;

TEST_CASE("each rule's example has the value that the table states") {
    const test::DateReading reading;
    const lexicon::Table rules = Lexicon().table("dates/rules");
    const std::uint32_t example = rules.column("example");
    for (std::uint32_t row = 0; row < rules.rows(); ++row) {
        const std::string_view cell = rules.cell(row, example);
        const std::size_t equals = cell.find(" = ");
        if (equals == std::string_view::npos) continue;
        const std::string phrase(cell.substr(0, equals));
        INFO(rules.cell(row, 0) << " -> " << rules.cell(row, 1) << ": " << cell);
        const std::vector<Timex> found = reading.find("They met " + phrase + " in Vienna.");
        CHECK(found.size() == 1);
        if (!found.empty()) CHECK(found[0].value == cell.substr(equals + 3));
    }
}
