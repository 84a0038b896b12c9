// Tags and lemmas of news sentences, written as "word/TAG/lemma".
#include "tokens/tagger.h"

#include <catch2/catch.hpp>
#include <string>

#include "tokens/tokenizer.h"

using namespace lede;

namespace {

Document tagged(const std::string& text) {
    const Lexicon lexicon;
    Document document;
    document.article.text = text;
    document.article.blocks = {{make_span(0, text.size()), BlockKind::kParagraph}};
    tokens::Tokenizer(lexicon).tokenize(document.article, document.tokens, document.sentences);
    const tokens::Tagger tagger(lexicon);
    tagger.tag(document);
    tagger.lemmatize(document);
    return document;
}

std::string upos_of(const std::string& text) {
    const Document document = tagged(text);
    std::string out;
    for (std::size_t i = 0; i < document.tokens.size(); ++i)
        out += (i ? " " : "") + std::string(document.token_text(i)) + "/" +
               std::string(name_of(document.upos[i]));
    return out;
}

std::string lemmas_of(const std::string& text) {
    const Document document = tagged(text);
    std::string out;
    for (std::size_t i = 0; i < document.tokens.size(); ++i)
        out += (i ? " " : "") + std::string(document.lemma(i));
    return out;
}

}  // namespace

TEST_CASE("a plain news sentence gets its universal tags") {
    CHECK(upos_of("The minister said on Friday that Oslo will not sign the treaty.") ==
          "The/DET minister/NOUN said/VERB on/ADP Friday/PROPN that/SCONJ Oslo/PROPN will/AUX "
          "not/PART sign/VERB the/DET treaty/NOUN ./PUNCT");
}

TEST_CASE("one form takes the tag of its place") {
    CHECK(upos_of("They report that the report was late.") ==
          "They/PRON report/VERB that/SCONJ the/DET report/NOUN was/AUX late/ADJ ./PUNCT");
}

TEST_CASE("a clause follows its verb over times and places") {
    for (const char* text : {"Officials said late on Sunday that the bridge would stay closed.",
                             "The company said in a statement on Thursday that Kim would resign.",
                             "Police said last night that the suspect had fled.",
                             "The charity says in its report that the road is unsafe."})
        CHECK_THAT(upos_of(text), Catch::Contains("that/SCONJ"));
    CHECK_THAT(upos_of("The deal that ministers signed in Rome was dropped."),
               Catch::Contains("that/PRON"));
}

TEST_CASE("Penn tags tell verb forms and number") {
    const Document document = tagged("Officials were told that talks had failed.");
    std::string out;
    for (const Xpos tag : document.xpos) out += std::string(kXposNames[tag]) + " ";
    CHECK(out == "NNS VBD VBN IN NNS VBD VBN . ");
}

TEST_CASE("lemmas are lower case except of proper nouns, regular or not") {
    CHECK(lemmas_of("The envoys went to Oslo and told reporters that studies weren't finished.") ==
          "the envoy go to Oslo and tell reporter that study be not finish .");
    CHECK(lemmas_of("Critics said the company’s biggest factories had been closed.") ==
          "critic say the company 's big factory have be close .");
}

TEST_CASE("lemmas of verbs that training did not see are words of the dictionary") {
    CHECK(lemmas_of("They were persuading, interfering and downgrading.") ==
          "they be persuade , interfere and downgrade .");
}

TEST_CASE("curly apostrophes have the lemmas of straight ones") {
    CHECK(lemmas_of("They don’t talk, and Kim isn’t here.") ==
          lemmas_of("They don't talk, and Kim isn't here."));
    CHECK(lemmas_of("They don’t talk.") == "they do not talk .");
}

TEST_CASE("numbers keep their digits and lose their commas") {
    CHECK(lemmas_of("They counted 12,500 votes and 3.5 percent.") ==
          "they count 12500 vote and 3.5 percent .");
}

TEST_CASE("tags and lemmas stay parallel to the tokens of any text") {
    for (const std::string text :
         {"", " ", "?!…“”", "日本 и Москва", "\xE2\x80\x94", "a.b.c 1,234.5 x@y.zz #tag"}) {
        const Document document = tagged(text);
        REQUIRE(document.upos.size() == document.tokens.size());
        REQUIRE(document.xpos.size() == document.tokens.size());
        REQUIRE(document.lemmas.size() == document.tokens.size());
        for (const Span lemma : document.lemmas) REQUIRE(lemma.end <= document.lemma_chars.size());
    }
}
