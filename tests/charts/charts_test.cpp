// Pictures: what they say, that names cannot leave their place, that nothing stands outside.
#include <catch2/catch.hpp>
#include <regex>
#include <string>

#include "charts/bar_chart.h"
#include "charts/barcode.h"
#include "charts/escape.h"
#include "charts/label.h"
#include "charts/network_chart.h"
#include "charts/sparkline.h"
#include "charts/timeline.h"

using namespace lede::charts;

namespace {

const Caption kCaption{.id = "c", .title = "A <title>", .description = "Says & shows"};
const std::string kHostile = "</text><script>alert(1)</script>\" onload='x' ]]> &amp; \x01\u202E";

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += what.size())
        ++n;
    return n;
}

// Every x and cx of the picture lies in it.
void check_inside(const std::string& svg) {
    const std::regex place("(?: x| cx)=\"([-0-9.]+)\"");
    for (std::sregex_iterator at(svg.begin(), svg.end(), place), end; at != end; ++at) {
        const double x = std::stod((*at)[1]);
        CHECK(x >= 0);
        CHECK(x <= kWidth);
    }
}

// All tags are ours, and each is closed.
void check_inert(const std::string& svg) {
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("onload='") == std::string::npos);
    CHECK(svg.find('\x01') == std::string::npos);
    CHECK(count(svg, "<text ") == count(svg, "</text>"));
    CHECK(count(svg, "<svg ") == 1);
    CHECK(count(svg, "</svg>") == 1);
}

}  // namespace

TEST_CASE("text is escaped, and what XML cannot hold is left out") {
    CHECK(escaped("<b> & \"so\" 'it'") == "&lt;b&gt; &amp; &quot;so&quot; &#39;it&#39;");
    CHECK(escaped("a\tb\nc\x07\u202Ed\u2069e\uFFFF") == "a b cde");
    CHECK(escaped("Škoda 漢") == "Škoda 漢");
}

TEST_CASE("labels are cut to a width with an ellipsis") {
    CHECK(cut_to_width("Marlow", 200) == "Marlow");
    const std::string cut = cut_to_width("The Northern Ledger of Whitcombe", 100);
    CHECK(cut.starts_with("The North"));
    CHECK(cut.ends_with("…"));
    CHECK(text_width(cut) <= 100);
    CHECK(text_width("漢字") > text_width("kj"));
    // No mark without its letter.
    CHECK(cut_to_width("ee\u0301eeeeeeeee", 20) == "e…");
}

TEST_CASE("bars to both sides begin at one line, and infinite ones end at the edge") {
    const std::string svg = draw_bars(
        kCaption, {{"tax", 2, "2"}, {"love", -2, "-2"}, {"law", INFINITY, "inf"}}, Place::kPage);
    CHECK(count(svg, "class=\"bar\"") == 2);
    CHECK(count(svg, "class=\"minus\"") == 1);
    CHECK(svg.find("<title id=\"c-t\">A &lt;title&gt;</title>") != std::string::npos);
    CHECK(svg.find("<desc id=\"c-d\">Says &amp; shows</desc>") != std::string::npos);
    check_inside(svg);
}

TEST_CASE("a label that is cut is shown whole over its place") {
    const std::string name = "The Committee on Transport of the United Provinces and Territories";
    const std::string svg = draw_bars(kCaption, {{name, 1, "1"}}, Place::kPage);
    CHECK(svg.find("…<title>" + name + "</title>") != std::string::npos);
}

TEST_CASE("names cannot leave their place in any picture") {
    for (const Place place : {Place::kPage, Place::kFile}) {
        const Caption caption{.id = "c", .title = kHostile, .description = kHostile};
        check_inert(draw_bars(caption, {{kHostile, 1, kHostile}}, place));
        check_inert(draw_timeline(caption, {{kHostile, 1}}, place));
        check_inert(
            draw_barcode(caption, {{kHostile, {0, 1}, kHostile}}, kHostile, kHostile, place));
        check_inert(draw_network(caption, {{kHostile, 1}, {"b", 2}}, {{0, 1, 1}}, place));
    }
}

TEST_CASE("a picture without anything to show says so") {
    for (const std::string& svg :
         {draw_bars(kCaption, {}, Place::kPage), draw_timeline(kCaption, {}, Place::kPage),
          draw_timeline(kCaption, {{"2019", 0}}, Place::kPage),
          draw_barcode(kCaption, {}, "", "", Place::kPage),
          draw_network(kCaption, {}, {}, Place::kPage)})
        CHECK(svg.find("Nothing to show") != std::string::npos);
}

TEST_CASE("a bar code of any number of places stays small") {
    std::vector<double> places;
    for (int i = 0; i < 100000; ++i) places.push_back(i / 1e5);
    CHECK(draw_barcode(kCaption, {{"all", places, "100,000"}}, "a", "b", Place::kPage).size() <
          1000);
    places.clear();
    for (int i = 0; i < 1000; i += 4) places.push_back(i / 1e3);
    CHECK(draw_barcode(kCaption, {{"some", places, "250"}}, "a", "b", Place::kPage).size() < 2500);
}

TEST_CASE("periods are labelled as far as there is room, without overlap") {
    std::vector<Column> columns;
    for (int i = 0; i < 120; ++i) columns.push_back({std::to_string(1900 + i), 1.0 + i % 7});
    const std::string svg = draw_timeline(kCaption, columns, Place::kPage);
    CHECK(svg.find(">1900<") != std::string::npos);
    CHECK(count(svg, "text-anchor=\"middle\"") < 12);
    CHECK(count(svg, "<rect") == 120);
    check_inside(svg);
}

TEST_CASE("things that belong together stand together on the circle") {
    CHECK(order_on_circle(4, {{0, 2, 5}, {1, 3, 4}, {2, 3, 1}}) ==
          std::vector<std::size_t>{2, 0, 3, 1});
    CHECK(order_on_circle(3, {}) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("names of a network stand in rows of their own on each side") {
    std::vector<Node> nodes;
    std::vector<Link> links;
    for (std::size_t i = 0; i < 24; ++i) {
        nodes.push_back({"A long name of number " + std::to_string(i), 1.0 + double(i)});
        if (i > 0) links.push_back({0, i, 1});
    }
    const std::string svg = draw_network(kCaption, nodes, links, Place::kPage);
    check_inside(svg);
    const std::regex name("<text class=\"label\" x=\"[-0-9.]+\" y=\"([-0-9.]+)\"( text-anchor)?");
    std::map<bool, std::vector<double>> sides;
    for (std::sregex_iterator at(svg.begin(), svg.end(), name), end; at != end; ++at)
        sides[(*at)[2].matched].push_back(std::stod((*at)[1]));
    for (auto& [side, rows] : sides) {
        CHECK(rows.size() == 12);
        std::sort(rows.begin(), rows.end());
        for (std::size_t i = 1; i < rows.size(); ++i) CHECK(rows[i] - rows[i - 1] >= 16);
    }
}

TEST_CASE("a sparkline has a block for each number") {
    const std::vector<double> values = {0, 1, 4, 8};
    CHECK(sparkline(values) == "·▁▄█");
    CHECK(sparkline(std::vector<double>{0, 0}) == "··");
    CHECK(sparkline({}).empty());
}
