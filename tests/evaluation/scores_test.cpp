// Scores of small records against gold, by hand.
#include <catch2/catch.hpp>

#include "evaluation/citation_ids.h"
#include "evaluation/citation_scores.h"
#include "evaluation/date_scores.h"
#include "evaluation/entity_scores.h"
#include "evaluation/quote_scores.h"
#include "evaluation/quote_speakers.h"
#include "evaluation/timex_scores.h"
#include "evaluation/token_scores.h"

using namespace lede;
using namespace lede::evaluation;

namespace {

Tally tally_of(const Scores& scores, const std::string& name) {
    for (const Score& score : scores)
        if (score.name == name) return score.tally;
    FAIL("no measure " + name);
    return {};
}

}  // namespace

TEST_CASE("clitics are glued on for tokens and compared apart as words") {
    const auto gold = learning::parse_conllu("news",
                                             "# newdoc id = a\n"
                                             "1-2\tDon’t\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                             "1\tDo\tdo\tAUX\tVB\t_\t0\t_\t_\t_\n"
                                             "2\tn’t\tnot\tPART\tRB\t_\t0\t_\t_\t_\n"
                                             "3\tgo\tgo\tVERB\tVB\t_\t0\t_\t_\tSpaceAfter=No\n"
                                             "4\t.\t.\tPUNCT\t.\t_\t0\t_\t_\t_\n");
    REQUIRE(gold[0].text == "Don’t go.\n");
    const auto records = parse_records("r", R"({"id":"a","tokens":[[0,2],[2,7],[8,10],[10,11]],)"
                                            R"("joined":[1],"sentences":[[0,11]],)"
                                            R"("upos":["AUX","PART","NOUN","PUNCT"]})");
    const Scores scores = score_tokens(gold, records);
    REQUIRE(tally_of(scores, "Tokens") == Tally{3, 3, 3});
    REQUIRE(tally_of(scores, "Words") == Tally{4, 4, 4});
    REQUIRE(tally_of(scores, "Sentences") == Tally{1, 1, 1});
    REQUIRE(tally_of(scores, "UPOS") == Tally{4, 4, 3});
    REQUIRE(tally_of(score_tokens(gold, {}), "Tokens") == Tally{3, 0, 0});
}

TEST_CASE("entities are compared by exact span and type, after a table of type names") {
    const auto gold = parse_bio(
        "# doc = a\nMr.\tO\nKim\tB-PER\nmet\tO\nenvoys\tO\nin\tO\nHanoi\tB-LOC\n.\tO\n", 1);
    REQUIRE(gold[0].text == "Mr. Kim met envoys in Hanoi.\n");
    const auto records = parse_records(
        "r", R"({"id":"a","entities":[{"begin":0,"end":7,"type":"PERSON"},)"
             R"({"begin":22,"end":27,"type":"GPE"},{"begin":12,"end":18,"type":"MONEY"}]})");
    const Scores scores = score_entities(gold, records, Lexicon());
    REQUIRE(tally_of(scores, "MICRO") == Tally{2, 2, 1});
    REQUIRE(tally_of(scores, "LOC") == Tally{1, 1, 1});
    REQUIRE(tally_of(scores, "PER") == Tally{1, 1, 0});
}

TEST_CASE("labels of any BIO dialect give the same chunks") {
    REQUIRE(chunks_of({"O", "I-PER", "I-PER", "B-PER", "O", "I-LOC"}) ==
            std::vector<Chunk>{{1, 3, "PER"}, {3, 4, "PER"}, {5, 6, "LOC"}});
    REQUIRE(chunks_of({"S-LOC", "S-LOC", "B-ORG", "E-ORG", "I-ORG"}) ==
            std::vector<Chunk>{{0, 1, "LOC"}, {1, 2, "LOC"}, {2, 4, "ORG"}, {4, 5, "ORG"}});
}

TEST_CASE("name links count pairs of mentions, hard ones where the strings differ") {
    const auto gold =
        parse_records("g", R"({"id":"a","text":"Ana Lopez left. Lopez met Oslo.","mentions":[)"
                           R"({"begin":0,"end":9,"type":"PER","cluster":1},)"
                           R"({"begin":16,"end":21,"type":"PER","cluster":1},)"
                           R"({"begin":26,"end":30,"type":"LOC","cluster":2}]})");
    const auto records =
        parse_records("r", R"({"id":"a","entities":[{"begin":0,"end":9,"entity":"e1"},)"
                           R"({"begin":16,"end":21,"entity":"e1"}]})");
    const Scores scores = score_name_links(gold, records);
    REQUIRE(tally_of(scores, "found") == Tally{3, 3, 2});
    REQUIRE(tally_of(scores, "hard links") == Tally{1, 1, 1});
}

TEST_CASE("a gold month is all its days") {
    const auto gold = parse_records(
        "g",
        R"({"doc":"a","text":"in February 2020","dates":[{"begin":3,"end":16,"when":"2020-02"}]})");
    const auto whole = parse_records(
        "r", R"({"id":"a","dates":[{"begin":3,"end":16,"from":"2020-02-01","to":"2020-02-29"}]})");
    const auto day = parse_records(
        "r", R"({"id":"a","dates":[{"begin":3,"end":16,"from":"2020-02-01","to":"2020-02-01"}]})");
    REQUIRE(tally_of(score_intervals(gold, whole), "both") == Tally{1, 1, 1});
    REQUIRE(tally_of(score_intervals(gold, day), "start") == Tally{1, 1, 1});
    REQUIRE(tally_of(score_intervals(gold, day), "both") == Tally{1, 1, 0});
}

TEST_CASE("dates with values are scored by span, type and value") {
    const auto gold = parse_records(
        "g",
        R"({"doc":"a","text":"early in May, at noon","dates":[{"begin":0,"end":12,"type":"DATE","value":"2020-05"},{"begin":17,"end":21,"type":"TIME","value":"2020-05-01T12:00Z"}]})");
    const auto system = parse_records(
        "r",
        R"({"id":"a","dates":[{"begin":9,"end":12,"type":"DATE","value":"2020-05"},{"begin":17,"end":21,"type":"TIME","value":"2020-05-01T12:00"},{"begin":0,"end":5,"type":"DATE","value":"PAST_REF"}]})");
    const Scores scores = score_timexes(gold, system);
    REQUIRE(tally_of(scores, "strict") == Tally{2, 3, 1});
    REQUIRE(tally_of(scores, "relaxed") == Tally{2, 3, 2});
    REQUIRE(tally_of(scores, "type") == Tally{2, 3, 2});
    REQUIRE(tally_of(scores, "value") == Tally{2, 3, 1});
}

TEST_CASE("quote marks, punctuation and a leading that do not matter to a quote's span") {
    const auto gold = parse_records(
        "g",
        R"({"doc":"a","text":"\"We won,\" Ana Lopez said that taxes fell.","quotes":[)"
        R"({"begin":1,"end":7,"kind":"direct","speaker":{"begin":10,"end":19,"text":"Ana Lopez"}},)"
        R"({"begin":30,"end":40,"kind":"indirect","core":false,"speaker":null}]})");
    const auto records = parse_records(
        "r", R"({"id":"a","quotes":[{"begin":0,"end":9,"kind":"direct","speaker":)"
             R"({"begin":14,"end":19,"text":"Lopez"}},{"begin":25,"end":41,"kind":"indirect"}]})");
    const Scores scores = score_quotes(gold, records);
    REQUIRE(tally_of(scores, "exact") == Tally{2, 2, 2});
    REQUIRE(tally_of(scores, "attributed") == Tally{2, 2, 2});
    REQUIRE(tally_of(scores, "core exact") == Tally{1, 1, 1});
}

TEST_CASE("speakers are compared by head word and by name") {
    REQUIRE(same_head("Sen. Ted Cruz, R-Texas", "Cruz"));
    REQUIRE_FALSE(same_head("the head of the agency", "the senator"));
    REQUIRE(same_name("Donald Trump", "President Trump"));
    REQUIRE_FALSE(same_name("Donald Trump", "Hillary Clinton"));
}

TEST_CASE("citation identifiers are compared in a canonical form") {
    REQUIRE(canonical_id("/us/cons/aI/s8/11") == "/us/cons/a1/s8/c11");
    REQUIRE(canonical_id("/us/usc/t42/s1395w–141/j") == "/us/usc/t42/s1395w-141/j");
    REQUIRE(canonical_id("/us/pl/95/625/tIII/s314/d") == "/us/pl/95/625/s314/d");
    REQUIRE(canonical_id("/us/usc/t5/app") == "/us/usc/t5a");
    REQUIRE(canonical_id("http://www.legislation.gov.uk/id/ukpga/1998/42") == "/uk/ukpga/1998/42");
    REQUIRE(work_of("/us/pl/95/625/s314/d") == "/us/pl/95/625");
    REQUIRE(work_of("/eu/reg/2016/679/art17") == "/eu/reg/2016/679");
}

TEST_CASE("citations are matched by overlap and compared by identifier") {
    const auto gold = parse_records(
        "g", R"({"id":"a","text":"Café: 5 U.S.C. 552(a) and 6 CFR part 2.","kinds":["usc","cfr"],)"
             R"("expected":[{"kind":"usc","begin":6,"end":21,"id":"/us/usc/t5/s552/a"},)"
             R"({"kind":"cfr","begin":26,"end":38,"id":"/us/cfr/t6/pt2"}]})");
    const auto records = parse_records(
        "r", R"({"id":"a","citations":[{"begin":7,"end":22,"kind":"usc",)"
             R"("normalized":{"id":"/us/usc/t5/s552/a/etseq"}},{"begin":27,"end":28,"kind":"cfr",)"
             R"("normalized":{"id":"/us/cfr/t6/pt2"}}]})");
    const Scores scores = score_citations(gold, records);
    REQUIRE(tally_of(scores, "exact") == Tally{2, 2, 1});
    REQUIRE(tally_of(scores, "id") == Tally{2, 2, 1});
}

TEST_CASE("records in other offsets and broken lines are refused with their line") {
    REQUIRE_THROWS_WITH(parse_records("r", "{\"lede\":{\"offsets\":\"codepoints\"},\"id\":\"a\"}"),
                        Catch::Contains("r:1") && Catch::Contains("--offsets bytes"));
    REQUIRE_THROWS_WITH(parse_records("r", "{\"id\":\"a\"}\n{"), Catch::Contains("r:2"));
}
