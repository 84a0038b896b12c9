// Blocks of plain text, as scrapers and wire services save it.
#include "reading/plain_text.h"

#include <catch2/catch.hpp>

#include "reading_support.h"

using namespace lede;
using reading::Format;

namespace {

Article parse_marked_blocks(const std::string& marked) {
    return test::parse_bytes(test::parse_marked(marked).text, Format::kText);
}

void check_blocks(const std::string& marked) {
    REQUIRE(test::marked_blocks(parse_marked_blocks(marked)) == marked);
}

}  // namespace

TEST_CASE("the furniture of a scraped page is told from the article") {
    const std::string marked =
        "[Skip to main content|boilerplate]\n\n"
        "[Why Ministers Want a New Fishing Treaty|title]\n\n"
        "[Good Policy, and Good for Cod|deck]\n\n"
        "[Published in: Harbour Review|publication]\n"
        "[Trawlers at the quay in Grimsby on June 12, 2018.  © 2018 AP Photo/Ann Lee|caption]\n\n"
        "[A little over a year ago the ministers of both coasts met in a crowded "
        "hall.|paragraph]\n\n"
        "[Your tax deductible gift can help keep harbours open.|boilerplate]\n\n"
        "[Region / Country|boilerplate]";
    check_blocks(marked);
    const Article article = parse_marked_blocks(marked);
    REQUIRE(article.title == "Why Ministers Want a New Fishing Treaty");
    REQUIRE(article.publication == "Harbour Review");
}

TEST_CASE("lines broken to one width are one paragraph") {
    check_blocks(
        "[Ministers from both coasts met in\n"
        "a crowded hall on Friday to talk\n"
        "about cod, and the talks went on\n"
        "until the morning.|paragraph]\n\n"
        "[Nobody left before the soup, said\n"
        "one of the guests who had come by\n"
        "train from the north.|paragraph]");
}

TEST_CASE("lines without blank lines between them are paragraphs") {
    check_blocks(
        "[Ministers from both coasts met in a crowded hall on Friday to talk about cod, and "
        "stayed.|paragraph]\n"
        "[Nobody left.|paragraph]\n"
        "[The talks went on until the morning, said one of the guests who had come by "
        "train.|paragraph]");
}

TEST_CASE("byline and date line give author and date") {
    const std::string marked =
        "[Talks on Cod End Early|title]\n"
        "[By Ann Lee and Bo de Berg, Associated Press|byline]\n"
        "[Friday, January 4, 2019|dateline]\n\n"
        "[Ministers from both coasts met in a crowded hall on Friday to talk about cod.|paragraph]";
    check_blocks(marked);
    const Article article = parse_marked_blocks(marked);
    REQUIRE(article.byline == "Ann Lee, Bo de Berg");
    REQUIRE(article.published == "2019-01-04");
    REQUIRE(article.published_from == PublishedFrom::kDateline);
}

TEST_CASE("a wire dateline with its year dates the article and stays in its paragraph") {
    const Article article = parse_marked_blocks(
        "GRIMSBY, England, March 3, 2018 (AP) — Ministers from both coasts met on Saturday to "
        "talk.");
    REQUIRE(article.blocks.size() == 1);
    REQUIRE(article.published == "2018-03-03");
}

TEST_CASE("short lines are headings only between running text") {
    check_blocks(
        "[Ministers from both coasts met in a crowded hall on Friday to talk about "
        "cod.|paragraph]\n\n"
        "[What comes next|heading]\n\n"
        "[Nobody left before the soup, said one of the guests who had come by train from "
        "Hull.|paragraph]\n\n"
        "[The end|paragraph]");
}

TEST_CASE("paragraphs of wire copy begin with blanks") {
    check_blocks(
        "[Ministers Agree on Cod|title]\n\n"
        "[GRIMSBY, Feb 4 (Harbour) - Ministers from both coasts met in a\n"
        "crowded hall to talk about cod, of which there is less each\n"
        "year, as all of them know.|paragraph]\n"
        "    [Nobody left before the soup, said one of the guests who had\n"
        "come by train from Hull, where cod is eaten with peas and with\n"
        "a pinch of salt.|paragraph]\n"
        "    [The talks go on, it was said, for as long as the soup does\n"
        "and the ministers stay awake.|paragraph]");
}

TEST_CASE("labelled lines of a news database say what they are") {
    const std::string marked =
        "Headline: [Ministers Agree on Cod|title]\n"
        "[Byline: By Ann Lee, Staff Writer|byline]\n"
        "[Publication: The Harbour|publication]\n"
        "[Publication date: February 4, 2019|dateline]\n"
        "[Length: 412 words|boilerplate]\n\n"
        "[Body|boilerplate]\n\n"
        "[Ministers from both coasts met in a crowded hall on Friday to talk about "
        "cod.|paragraph]\n\n"
        "[Load-Date: February 5, 2019|boilerplate]";
    check_blocks(marked);
    const Article article = parse_marked_blocks(marked);
    REQUIRE(article.title == "Ministers Agree on Cod");
    REQUIRE(article.byline == "Ann Lee");
    REQUIRE(article.publication == "The Harbour");
    REQUIRE(article.published == "2019-02-04");
    check_blocks(
        "[Cod: a life|title]\n\n[Title: none, said the guests who had come by train from "
        "Hull on Friday.|paragraph]");
}

TEST_CASE("an outlet's words below the names belong to the byline") {
    const std::string marked =
        "[Talks on Cod End Early|title]\n"
        "[Ministers Left Before the Soup|deck]\n"
        "[4 January 2019|dateline]\n"
        "[By Ann Lee|byline]\n"
        "[Harbour Staff Writers|byline]\n\n"
        "[Ministers from both coasts met in a crowded hall on Friday to talk about cod.|paragraph]";
    check_blocks(marked);
    REQUIRE(parse_marked_blocks(marked).byline == "Ann Lee");
}

TEST_CASE("what somebody asks in a transcript is no heading") {
    check_blocks(
        "[Talks on Cod|title]\n\n"
        "[ANN LEE: Good evening. Tonight we talk about cod, which is on all our "
        "plates.|paragraph]\n\n"
        "[LEE: Will there be less of it?|paragraph]\n\n"
        "[BO BERG: There will be less of it, but we will eat it more slowly than "
        "before.|paragraph]");
}

TEST_CASE("the last lines of a text are told from it where they appeal to the reader") {
    check_blocks(
        "[Talks on Cod|title]\n\n"
        "[Ministers from both coasts met in a crowded hall on Friday to talk about "
        "cod.|paragraph]\n\n"
        "[Listen to the sea, they said, and it will show you what a cod is.|paragraph]\n\n"
        "[They did.|paragraph]\n\n"
        "[Bo Berg contributed to this report.|byline]\n\n"
        "[Follow Ann Lee on Twitter: @annlee|boilerplate]\n\n"
        "[Comments (12)|boilerplate]");
}

TEST_CASE("a last paragraph that quotes somebody on Twitter is no appeal") {
    check_blocks(
        "[Talks on Cod|title]\n\n"
        "[Ministers from both coasts met in a crowded hall on Friday to talk about "
        "cod.|paragraph]\n\n"
        "[As Senator Ann Lee put it on Twitter: “We are out of fish.”|paragraph]");
}

TEST_CASE("text of any shape is covered by blocks") {
    check_blocks("[Cod|paragraph]");
    check_blocks("[Ministers met.|paragraph]\r\n\r\n[They left.|paragraph]\r\n");
    REQUIRE_THROWS(test::parse_bytes(" \n\t", Format::kText));
}
