#include "parted_run.h"

#include <catch2/catch.hpp>

using lede::tools::deciding_words;
using Words = std::vector<std::string>;

TEST_CASE("how a run goes and where is no part of what it writes") {
    CHECK(deciding_words({"-j", "2", "--layers", "all", "--resume", "corpus/"}) ==
          Words{"--layers", "all", "corpus/"});
    CHECK(deciding_words({"-j8", "-oout/", "-o", "out/", "--jobs=4", "--errors", "e", "--report=r",
                          "x"}) == Words{"x"});
    CHECK(deciding_words({"--", "--resume", "-j"}) == Words{"--", "--resume", "-j"});
    CHECK(deciding_words({"--json", "-"}) == Words{"--json", "-"});
}
