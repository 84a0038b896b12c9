#include "stats/name_book.h"

#include <catch2/catch.hpp>

#include "entities/user_names.h"
#include "stats/name_suggestions.h"

using namespace lede;
using namespace lede::stats;

namespace {

struct Named {
    EntityType type;
    std::string name;
    std::string link = {};
    std::vector<std::string> forms = {};
};

// An article that names these things, each by its forms, or by its name.
Document article(const std::vector<Named>& things) {
    Document document;
    for (const Named& thing : things) {
        document.entities.push_back({.type = thing.type, .name = thing.name, .link = thing.link});
        std::vector<std::string> forms = thing.forms;
        if (forms.empty()) forms.push_back(thing.name);
        for (const std::string& form : forms) {
            const auto begin = static_cast<std::uint32_t>(document.article.text.size());
            document.article.text += form + ' ';
            Mention mention;
            mention.place.span = {begin, begin + static_cast<std::uint32_t>(form.size())};
            mention.type = thing.type;
            mention.entity = static_cast<std::uint32_t>(document.entities.size() - 1);
            document.mentions.push_back(mention);
        }
    }
    return document;
}

constexpr EntityType kPerson = EntityType::kPerson;
constexpr EntityType kOrg = EntityType::kOrg;

std::string suggestions(const std::vector<std::vector<Named>>& articles) {
    NameBook book;
    for (const auto& things : articles) book.add(article(things));
    return suggest_names(book, Lexicon());
}

}  // namespace

TEST_CASE("a thing is one in all articles, with all its forms") {
    NameBook book;
    book.add(article({{kPerson, "Rosa Hale", "", {"Rosa Hale", "Hale", "Hale"}}}));
    NameBook other;
    other.add(article({{kPerson, "ROSA HALE", "", {"ROSA HALE"}}, {kOrg, "Hale"}}));
    book.merge(other);
    REQUIRE(book.things().size() == 2);
    const NamedThing& hale = book.things().find("person:rosa hale")->second;
    CHECK(hale.articles == 2);
    CHECK(hale.mentions == 4);
    CHECK(hale.forms.at("Hale") == 2);
    CHECK(hale.names.size() == 2);
}

TEST_CASE("books say the same in whatever order they come") {
    NameBook first;
    NameBook second;
    first.add(article({{EntityType::kLoc, "Ash Bay"}}));
    second.add(article({{EntityType::kGpe, "Ash Bay"}}));
    NameBook ab = first;
    ab.merge(second);
    NameBook ba = second;
    ba.merge(first);
    CHECK(ab.things().find("place:ash bay")->second.type() ==
          ba.things().find("place:ash bay")->second.type());
    CHECK(ab.things().at("place:ash bay").articles == 2);
}

TEST_CASE("a middle name and a surname alone are offered to the full name") {
    const std::string list = suggestions({{{kPerson, "Carla Whitcombe", "wikidata:Q1"}},
                                          {{kPerson, "Carla Whitcombe", "wikidata:Q1"}},
                                          {{kPerson, "Carla J. Whitcombe"}},
                                          {{kPerson, "Whitcombe"}}});
    CHECK_THAT(list,
               Catch::Contains("\nCarla J. Whitcombe\tCarla Whitcombe\tPERSON\twikidata:Q1\n"));
}

TEST_CASE("a name that may be one of several is for a person to split") {
    const std::string list = suggestions({{{kPerson, "John Smith"}},
                                          {{kPerson, "John A. Smith"}},
                                          {{kPerson, "John B. Smith"}},
                                          {{kPerson, "Smith"}}});
    CHECK_THAT(list,
               Catch::Contains("# split? John Smith (1 article): also named are John A. Smith "
                               "(1 article), John B. Smith (1 article)"));
    CHECK_THAT(list, Catch::Contains("# split? Smith (1 article): may be any of"));
    CHECK(list.find("PERSON") == std::string::npos);
}

TEST_CASE("companies go by their names, organisations by their initials") {
    const std::string list =
        suggestions({{{kOrg, "Harlow Systems"}, {kOrg, "Office of Harbor Safety"}},
                     {{kOrg, "Harlow Systems, Inc."}, {kOrg, "OHS"}},
                     {{kOrg, "Harlow Systems"}}});
    CHECK_THAT(list, Catch::Contains("\nHarlow Systems, Inc.\tHarlow Systems\tORG\t\n"));
    CHECK_THAT(list, Catch::Contains("\nOHS\tOffice of Harbor Safety\tORG\t\n"));
}

TEST_CASE("two links are two things, and the list is one that --names takes") {
    const std::string list = suggestions({{{kPerson, "Ana Ruiz", "wikidata:Q1"}},
                                          {{kPerson, "Ana M. Ruiz", "wikidata:Q2"}},
                                          {{kPerson, "Ana R. Peña"}, {kPerson, "Ana Peña"}}});
    CHECK_THAT(list, Catch::Contains("# apart: Ana"));
    CHECK_THAT(list, Catch::Contains("\tPERSON\t\n"));
    CHECK_NOTHROW(entities::UserNames(list, "suggested.tsv"));
}
