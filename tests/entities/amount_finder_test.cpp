#include "entities/amount_finder.h"

#include <catch2/catch.hpp>

#include "pipeline/annotator.h"

using namespace lede;

namespace {

// "text=value currency" of the only amount in the text.
std::string amount(const std::string& text) {
    const Lexicon lexicon;
    Document document;
    document.article.text = text;
    document.article.blocks = {{make_span(0, text.size()), BlockKind::kParagraph}};
    tokens::Tokenizer(lexicon).tokenize(document.article, document.tokens, document.sentences);
    const auto found = entities::AmountFinder(lexicon).find(document);
    if (found.size() != 1) return std::to_string(found.size()) + " amounts";
    return std::string(document.text_of(found[0].place.span)) + "=" + found[0].value +
           (found[0].currency.empty() ? "" : " " + found[0].currency);
}

}  // namespace

TEST_CASE("sums of money have a value and a currency") {
    CHECK(amount("It cost $1.2 million in 2018.") == "$1.2 million=1200000 USD");
    CHECK(amount("A fine of 1,250,000 euros was paid.") == "1,250,000 euros=1250000 EUR");
    CHECK(amount("They raised £40m.") == "£40m=40000000 GBP");
    CHECK(amount("The fund holds US$3bn.") == "US$3bn=3000000000 USD");
    CHECK(amount("He paid five million dollars.") == "five million dollars=5000000 USD");
    CHECK(amount("A ticket costs 75 cents.") == "75 cents=0.75 USD");
    CHECK(amount("It is worth Rs 500 crore.") == "Rs 500 crore=5000000000 INR");
}

TEST_CASE("shares are percent") {
    CHECK(amount("Turnout fell to 8.50 per cent.") == "8.50 per cent=8.5");
    CHECK(amount("About 40% agreed.") == "40%=40");
    CHECK(amount("Some twenty-five percent left.") == "twenty-five percent=25");
}

TEST_CASE("plain numbers are no amounts") {
    CHECK(amount("It has 40 members and two million readers.") == "0 amounts");
}

TEST_CASE("decimals are scaled in digits, not in floating point") {
    CHECK(entities::scale_decimal("1.2", 6) == "1200000");
    CHECK(entities::scale_decimal("0.1", 1) == "1");
    CHECK(entities::scale_decimal("75", -2) == "0.75");
    CHECK(entities::scale_decimal("5", -2) == "0.05");
    CHECK(entities::scale_decimal("1.23456", 3) == "1234.56");
}
