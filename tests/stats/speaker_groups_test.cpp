// Groups of speakers as users write them.
#include "stats/speaker_groups.h"

#include <catch2/catch.hpp>

using namespace lede;
using stats::SpeakerGroups;

TEST_CASE("speakers stand for their group, in any case; those of none are others") {
    const auto groups =
        SpeakerGroups::parse("# sides\nCarla Whitcombe\tSenate\r\n\nÉlise Marlow\tSenate", "g.tsv");
    REQUIRE(groups);
    CHECK(groups.value().group_of("carla whitcombe") == "Senate");
    CHECK(groups.value().group_of("ÉLISE MARLOW") == "Senate");
    CHECK(groups.value().group_of("Tomasz Hale") == "(other)");
}

TEST_CASE("a line that is no pair is named") {
    for (const char* bad : {"Hale\n", "\tSenate\n", "Hale\t\n"}) {
        const auto groups = SpeakerGroups::parse(std::string("# sides\n") + bad, "g.tsv");
        REQUIRE(!groups);
        CHECK(groups.error().source == "g.tsv");
        CHECK(groups.error().record == 2);
    }
}
