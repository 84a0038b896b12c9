#include "stats/repeats.h"

#include <catch2/catch.hpp>

using namespace lede;
using namespace lede::stats;

namespace {

// Paragraphs as blocks; what stands between “ and ” is a quotation.
Document article(const std::string& id, const std::string& publication,
                 const std::vector<std::string>& paragraphs) {
    Document document;
    document.article.id = id;
    document.article.publication = publication;
    std::string& text = document.article.text;
    for (const std::string& paragraph : paragraphs) {
        const std::size_t begin = text.size();
        text += paragraph + "\n\n";
        document.article.blocks.push_back(
            {make_span(begin, begin + paragraph.size()), BlockKind::kParagraph});
        const std::size_t open = text.find("“", begin);
        if (open == std::string::npos) continue;
        const std::size_t inside = open + 3;
        document.quotes.push_back({.place = {make_span(inside, text.find("”", inside))}});
    }
    return document;
}

std::vector<std::string> lines(const Repeats& repeats, const RowFilter& filter = {}) {
    std::vector<std::string> out;
    for (const auto& row : repeats.table(filter).rows) {
        std::string line;
        for (const std::string& cell : row) line += (line.empty() ? "" : " ") + cell;
        out.push_back(line);
    }
    return out;
}

const std::string kFooter = "The Ledger belongs to Ash Bay Press.";

}  // namespace

TEST_CASE("what several texts share is found whatever its case and marks") {
    Repeats repeats;
    const auto add = [&](const char* id, const char* publication,
                         const std::vector<std::string>& paragraphs) {
        repeats.add(passages_of(article(id, publication, paragraphs)));
    };
    add("a", "Ledger",
        {"The bridge is shut until the spring thaw is over.",
         "“We will rebuild every last arch,” Hale said.", kFooter});
    add("b", "Echo",
        {"Ministers met in the capital to speak of the costs of the storm.",
         "Hale wrote: “we will rebuild, every last arch”.", "the ledger belongs to Ash Bay Press"});
    add("c", "", {"A poll gives the mayor four points more than a year ago.", kFooter});
    CHECK(lines(repeats) ==
          std::vector<std::string>{"boilerplate 3 3 2 7 a the ledger belongs to Ash Bay Press",
                                   "quote 2 2 2 6 a we will rebuild, every last arch"});
    CHECK(lines(repeats, {.min_articles = 3}).size() == 1);
    CHECK(lines(repeats, {.top = 1}).size() == 1);
}

TEST_CASE("what copies of one article share is one text, and no boilerplate") {
    Repeats repeats;
    const std::vector<std::string> story = {
        "The council voted nine to four on Tuesday to lift the ban on river traffic below the dam.",
        "Barges may pass again from the first of May, said the harbour office in a short notice."};
    for (const char* id : {"a", "b", "c"}) repeats.add(passages_of(article(id, id, story)));
    REQUIRE(lines(repeats).size() == 2);
    CHECK(lines(repeats)[0].starts_with("paragraph 3 1 3 18 a The council"));
}

TEST_CASE("a passage counts once in an article, and short ones never") {
    Repeats repeats;
    repeats.add(passages_of(article("a", "x", {kFooter, kFooter, "Read more here."})));
    CHECK(lines(repeats).empty());
    repeats.add(passages_of(article("b", "x", {kFooter, "Read more here."})));
    CHECK(lines(repeats).size() == 1);
}
