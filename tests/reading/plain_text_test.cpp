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

TEST_CASE("text of any shape is covered by blocks") {
    check_blocks("[Cod|paragraph]");
    check_blocks("[Ministers met.|paragraph]\r\n\r\n[They left.|paragraph]\r\n");
    REQUIRE_THROWS(test::parse_bytes(" \n\t", Format::kText));
}
