// Articles in HTML pages: the body among the furniture, and pages that break parsers.
#include "reading/html_article.h"

#include <catch2/catch.hpp>

#include "reading_support.h"

using namespace lede;
using reading::Format;

namespace {

Article parse_page(std::string page) { return test::parse_bytes(std::move(page), Format::kHtml); }

const std::string kFirst =
    "<p>Ministers from both coasts met in a crowded hall on Friday to talk about cod.</p>";
const std::string kSecond =
    "<p>Nobody left before the soup, said one of the guests who had come by <a "
    "href=x>train</a>.</p>";
const std::string kThird =
    "<p>The talks went on until the morning, and a third round is planned for next week.</p>";

std::string error_of(std::string page) {
    const reading::ArticleParser parser({});
    reading::RawRecord record{.source = "a.html", .format = Format::kHtml};
    record.bytes = std::move(page);
    const auto result = parser.parse(record);
    return result ? std::string() : result.error().what;
}

}  // namespace

TEST_CASE("the article is told from menus, teasers, share bars and comments") {
    const Article article = parse_page(
        "<html><head><title>Talks on Cod Go On | The Harbour</title>"
        "<meta property=og:site_name content='The Harbour'></head><body>"
        "<ul class=main-nav><li><a href=/>Home</a><li><a href=/sea>Sea</a></ul>"
        "<div class=story><h1>Talks on Cod Go On</h1><div class=share-bar>Share this on a "
        "wall</div>" +
        kFirst +
        "<figure><img src=a.jpg><figcaption>Trawlers in Grimsby.</figcaption></figure>"
        "<h2>What comes next</h2>" +
        kSecond +
        "<div class=newsletter-box><p>Sign up and get the best of the sea in your inbox each "
        "day.</p></div>"
        "<ul><li>Cod<li>Herring</ul>" +
        kThird +
        "<h3>Related stories</h3><ul><li><a href=1>Herring talks fail again in the "
        "north</a></ul></div>"
        "<div id=comments><p>I think that cod is overrated, and so are the talks about "
        "it.</p></div>"
        "<footer><p>The Harbour is printed on paper made of seaweed since 1921.</p></footer>");
    REQUIRE(
        test::marked_blocks(article) ==
        "[Talks on Cod Go On|title]\n\n"
        "[Ministers from both coasts met in a crowded hall on Friday to talk about "
        "cod.|paragraph]\n\n"
        "[Trawlers in Grimsby.|caption]\n\n"
        "[What comes next|heading]\n\n"
        "[Nobody left before the soup, said one of the guests who had come by train.|paragraph]\n\n"
        "[Cod|list]\n[Herring|list]\n\n"
        "[The talks went on until the morning, and a third round is planned for next "
        "week.|paragraph]");
    REQUIRE(article.title == "Talks on Cod Go On");
    REQUIRE(article.publication == "The Harbour");
}

TEST_CASE("a summary below the title is a deck, called so or not") {
    const auto marked = [](const std::string& summary) {
        return test::marked_blocks(parse_page("<body><div><h1>Talks on Cod Go On</h1>" + summary +
                                              "<div class=text>" + kFirst + kSecond + kThird +
                                              kSecond + kFirst + kThird + "</div></div>"));
    };
    const std::string start = "[Talks on Cod Go On|title]\n\n[";
    CHECK(
        marked("<div class=intro>After two weeks of talks, ministers still do not agree on what a "
               "cod is.</div>")
            .starts_with(start + "After two weeks of talks, ministers still do not agree on what a "
                                 "cod is.|deck]"));
    CHECK(marked("<h2 class=standfirst>Ministers do not agree on cod</h2>")
              .starts_with(start + "Ministers do not agree on cod|deck]"));
    CHECK(marked("<div class=intro>Ann Lee</div>").starts_with(start + "Ministers from both"));
}

TEST_CASE("the tail of an article is none of it, but a note on it is") {
    const auto last_block = [](const std::string& tail) {
        const Article article = parse_page("<body><h1>Talks on Cod Go On</h1><div>" + kFirst +
                                           kSecond + kThird + kFirst + kThird + tail + "</div>");
        return std::string(article.blocks.back().span.of(article.text));
    };
    const std::string end =
        "The talks went on until the morning, and a third round is planned for next week.";
    CHECK(last_block("<p>Bo Berg contributed to this report.</p>") == end);
    CHECK(last_block("<p>Ann Lee covers the sea. Follow her on Twitter.</p>") == end);
    CHECK(last_block(
              "<ul><li><a href=1>Ten facts about cod</a><li><a href=2>Cod in art</a></ul>") == end);
    CHECK(last_block("<ul><li><a href=1>Ten facts about cod</a></ul><p>Correction: the hall is in "
                     "Bergen.</p><p>ann.lee@harbour.example</p>") ==
          "Correction: the hall is in Bergen.");
    CHECK(last_block("<h3>More on cod</h3>") == end);
    CHECK(last_block("<p>Image 2 of 5</p><p><a href=1>Cod falls in the north</a> [VIDEO]</p>") ==
          end);
}

TEST_CASE("comments are none of the article, however long they are") {
    std::string comments = "<section class=user-comments>";
    for (int i = 0; i < 30; ++i)
        comments +=
            "<p>This is what comes of people who have never had a herring in their hand.</p>";
    const std::string text = kFirst + kSecond + kThird;
    const Article article = parse_page("<body><h1>Talks on Cod Go On</h1><div>" + text + text +
                                       text + "</div>" + comments + "</section>");
    REQUIRE(article.text.find("hand") == std::string::npos);
    REQUIRE(article.text.find("soup") != std::string::npos);
}

TEST_CASE("of several articles on a page the one with the title is read") {
    const Article article = parse_page(
        "<head><title>Talks on Cod Go On</title></head><body><main><article><h1>Talks on Cod Go "
        "On</h1>" +
        kFirst + kSecond + kFirst + kSecond + "</article><article><h1>Herring Is Back</h1>" +
        kThird + kThird + kThird + kThird + "</article></main>");
    REQUIRE(article.text.find("third round") == std::string::npos);
    REQUIRE(article.text.find("soup") != std::string::npos);
}

TEST_CASE("references to C1 characters are those of windows-1252") {
    REQUIRE(
        parse_page("<body><p>&#147;Cod&#148; is what he won&#146;t say &#150; &copy; &Acirc;, he "
                   "told those who asked him.</p>")
            .text == "“Cod” is what he won’t say – © Â, he told those who asked him.");
}

TEST_CASE("white space is what a browser shows") {
    const Article article = parse_page(
        "<body><p>Ministers   from\nboth&nbsp;coasts met in a crow&shy;ded hall on Friday "
        "to talk.<br>They stayed.<br><br>Nobody left before the soup, said one of the guests.</p>");
    REQUIRE(article.text ==
            "Ministers from both coasts met in a crowded hall on Friday to talk.\nThey stayed.\n\n"
            "Nobody left before the soup, said one of the guests.");
}

TEST_CASE("an article in several boxes is one article") {
    const Article article = parse_page("<body><div class=story><div>" + kFirst + kSecond +
                                       "</div><div class=ad>Buy a boat today.</div><div>" + kThird +
                                       kFirst + "</div></div>");
    REQUIRE(article.blocks.size() == 4);
}

TEST_CASE("pages over the limits are errors, not parts of pages") {
    std::string deep = "<body>";
    for (int i = 0; i < 200000; ++i) deep += "<div>";
    for (int i = 0; i < 200000; ++i) deep += "</div>";
    REQUIRE(error_of(deep + kFirst) == "nests deeper than 1999 elements");
    std::string wide = "<body><p";
    for (int i = 0; i < 20000; ++i) wide += " a" + std::to_string(i) + "=1";
    REQUIRE(error_of(wide + ">x</p>") == "has a tag with more than 1000 attributes");
}

TEST_CASE("unclosed everything is read in linear time") {
    std::string page = "<body>";
    for (int i = 0; i < 100000; ++i) page += "<p><b><i>cod ";
    const Article unclosed = parse_page(page);
    std::size_t cods = 0;
    for (std::size_t at = 0; (at = unclosed.text.find("cod", at)) != std::string::npos; ++at)
        ++cods;
    REQUIRE(cods == 100000);
    std::string marks(1 << 20, '<');
    REQUIRE(error_of("<body>" + marks + "<p>x").empty());
    std::string comments = "<body>x";
    for (int i = 0; i < 100000; ++i) comments += "<!-- ";
    REQUIRE(error_of(comments).empty());
    std::string ends = "<body>x";
    for (int i = 0; i < 900; ++i) ends += "<div>";
    for (int i = 0; i < 100000; ++i) ends += "</q>";
    REQUIRE(error_of(ends).empty());
}

TEST_CASE("a page without running text keeps what is seen") {
    REQUIRE(parse_page("<body><a href=x>Cod</a> <a href=y>Herring</a>").text == "Cod Herring");
    REQUIRE(error_of("<html><body><script>x()</script></body>") == "holds no text");
    REQUIRE(error_of("") == "holds no text");
}
