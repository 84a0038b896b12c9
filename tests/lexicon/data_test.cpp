// Every table that is compiled in has a readable form and says where its facts come from.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "lexicon/lexicon.h"
#include "lexicon/table_compiler.h"

using namespace lede;

TEST_CASE("each table of data/ names source, licence and how to rebuild it") {
    const std::filesystem::path root = std::filesystem::path(LEDE_SOURCE_DIR) / "data";
    for (const auto& file : std::filesystem::recursive_directory_iterator(root)) {
        if (file.path().extension() != ".tsv") continue;
        INFO(file.path().string());
        std::ifstream stream(file.path(), std::ios::binary);
        const std::string tsv(std::istreambuf_iterator<char>(stream), {});
        REQUIRE_NOTHROW(lexicon::parse_table(file.path().string(), tsv));
        for (const char* label : {"\n# source: ", "\n# licence: ", "\n# rebuild: "})
            REQUIRE(tsv.find(label) != std::string::npos);
    }
}

TEST_CASE("the compiled-in lexicon opens its tables") {
    const Lexicon lexicon;
    const lexicon::Table table = lexicon.table("tokens/abbreviations");
    REQUIRE(table.find("Sen.") < table.rows());
    REQUIRE_THROWS(lexicon.table("tokens/nothing"));
}
