#include "relations/identity.h"

#include <catch2/catch.hpp>

using namespace lede;
using namespace lede::relations;

TEST_CASE("a name has one key however it is typed") {
    CHECK(name_key(EntityType::kPerson, "Donald J. Trump") == "person:donald j trump");
    CHECK(name_key(EntityType::kPerson, "DONALD  J\nTRUMP ") == "person:donald j trump");
    CHECK(name_key(EntityType::kPerson, "Rory O’Neill") ==
          name_key(EntityType::kPerson, "Rory O'Neill"));
    CHECK(name_key(EntityType::kOrg, "U.N.") == name_key(EntityType::kOrg, "UN"));
}

TEST_CASE("kinds keep like names apart, and places are one kind") {
    CHECK(name_key(EntityType::kPerson, "Lincoln") != name_key(EntityType::kGpe, "Lincoln"));
    CHECK(name_key(EntityType::kLoc, "Lincoln") == name_key(EntityType::kGpe, "Lincoln"));
}

TEST_CASE("a link is the key where there is one, and a cited law goes by its instrument") {
    Document document;
    document.article.text = "North Korea, the Clean Rivers Act";
    document.entities = {{.type = EntityType::kGpe, .name = "North Korea", .link = "iso:KP"},
                         {.type = EntityType::kLaw, .name = "Clean Rivers Act"},
                         {.type = EntityType::kLaw, .name = "Harbor Act"}};
    document.mentions.resize(3);
    for (std::uint32_t i = 0; i < 3; ++i) {
        document.mentions[i].entity = i;
        document.mentions[i].type = document.entities[i].type;
    }
    document.mentions[1].citation = 0;
    document.citations.resize(1);
    document.citations[0].id = "/us/pl/92/500/s3";
    document.citations[0].work = "/us/pl/92/500";
    CHECK(identity_keys(document) ==
          std::vector<std::string>{"iso:KP", "/us/pl/92/500", "law:harbor act"});
}
