#include "quote_check.h"

using lede::SpeakerKind;
using lede::test::annotate;
using lede::test::check;
using lede::test::check_names;

TEST_CASE("a short name is the full one of the article") {
    check_names("Donald Trump met reporters. “[We fell in love,|direct Donald Trump]” Trump said.");
}

TEST_CASE("a pronoun is the nearest person of its gender") {
    check_names(
        "Maria Lopez met John Brown. She said that [the talks went well|indirect Maria Lopez].");
    check_names(
        "Maria Lopez met John Brown. He said that [the talks went well|indirect John Brown].");
    check_names(
        "“[We won,|direct Maria Lopez]” Maria Lopez said. She added that [turnout was "
        "high|indirect Maria Lopez].");
}

TEST_CASE("they and it are organisations") {
    check_names(
        "The World Bank issued a report. It said that [prices had doubled|indirect World Bank].");
}

TEST_CASE("a role is the person it was given to") {
    check_names(
        "Maria Lopez, the mayor of Salem, met the press. The mayor said that [the bridge was "
        "safe|indirect Maria Lopez].");
    check_names(
        "Prime Minister John Brown left. “[We won,|direct John Brown]” the prime minister "
        "said.");
}

TEST_CASE("each of several speakers keeps his own words") {
    check(
        "John Brown said [the plan was dead|indirect John Brown], but Maria Lopez said [it was "
        "alive|indirect Maria Lopez].");
}

TEST_CASE("the kind of a speaker tells how he is named") {
    const auto kind_in = [](const std::string& text) {
        const auto document = annotate(text);
        REQUIRE(document.quotes.size() == 1);
        REQUIRE(document.quotes[0].speaker);
        return document.quotes[0].speaker->kind;
    };
    CHECK(kind_in("Donald Trump said the deal was dead.") == SpeakerKind::kName);
    CHECK(kind_in("She said the deal was dead.") == SpeakerKind::kPronoun);
    CHECK(kind_in("A senior official said the deal was dead.") == SpeakerKind::kNominal);
}

TEST_CASE("the whole phrase is the speaker") {
    check("President Donald Trump said [the deal was dead|indirect President Donald Trump].");
    check("The head of the agency said [the deal was dead|indirect The head of the agency].");
    check(
        "A letter seen by the paper said [the deal was dead|indirect A letter seen by the paper].");
    check("Many experts, including some from Salem, say [the deal is dead|indirect Many experts].");
    check(
        "Both the mayor and the governor said [the deal was dead|indirect Both the mayor and the "
        "governor].");
}

TEST_CASE("two people talk in turns") {
    check(
        "“[Are you ready?|direct Ann Lee]” Ann Lee asked.\n\n“[Not yet,|direct John Brown]” said "
        "John Brown.\n\n“[When, then?|direct Ann Lee]” Ann Lee asked. “[Soon?|direct Ann Lee]” "
        "“[Tomorrow.|direct John Brown]”");
}

TEST_CASE("paragraphs of a statement keep the speaker they have") {
    check(
        "“[We had no choice,|direct the mayor]” the mayor said.\n\n“[The storm came at "
        "night.|direct the mayor]”\n\n“[Nobody slept.|direct the mayor]”");
}

TEST_CASE("in an interview I is the person introduced") {
    check_names(
        "An interview with Ann Lee\n\nWhy did you start the club? I was bored, and I "
        "asked my friends. We met in our barn.\n\nWho came? I believe [my brother was "
        "first|indirect "
        "Ann Lee]. We were cold, and I made tea.\n\nWill it last? I hope so, and we work for it.");
}

TEST_CASE("the subject of the sentence before is who a pronoun stands for") {
    check_names(
        "“[We won,|direct Maria Lopez]” Maria Lopez said. Susan Brown, the treasurer, was not "
        "satisfied. She said [the count was wrong|indirect Susan Brown].");
    check_names(
        "“[We won,|direct John Brown]” said John Brown, who met Peter Poe of the Salem Post in "
        "March. He said [turnout was high|indirect John Brown].");
}

TEST_CASE("a given name tells that a pronoun means somebody else") {
    check_names(
        "Maria Lopez sat down with Jake Poe of the Salem Post. In the interview she said [the vote "
        "was fair|indirect Maria Lopez].");
}

TEST_CASE("the president is no president of something else") {
    check_names(
        "President John Brown met bankers. “[Rates will fall,|direct Peter Poe]” said Peter Poe, "
        "the president of the Salem Savings Bank. The president said [he agreed|indirect John "
        "Brown].");
}

TEST_CASE("I is who told his name") {
    check_names(
        "My name is Ann Lee. I represent the growers. I think [the court was wrong|indirect Ann "
        "Lee].");
}

TEST_CASE("a description names the person before it") {
    check_names(
        "“[It is over,|direct Ann Lee]” sighed Ann Lee, 58, a nurse who said [she was "
        "tired|indirect Ann Lee].");
    check_names("“[He begged,|direct Ann Lee]” said one of them, Ann Lee.");
}

TEST_CASE("subjects with hyphens, relative clauses and two determiners") {
    check("Editor-in-chief Ann Lee said [it was late|indirect Editor-in-chief Ann Lee].");
    check(
        "Analysts who have seen the data say [it is sound|indirect Analysts who have seen the "
        "data].");
    check("The other said [they were never told|indirect The other].");
}

TEST_CASE("where somebody comes from stands behind the name") {
    check_names(
        "He was described by one delegate, Ann Lee of Ohio, as “[a new Lincoln.|direct Ann Lee]”");
    check_names(
        "“[We wrote it,|direct John Bell]” John Bell said. The rival, Gov. Mike Poe of Ohio, was "
        "asked about it. He replied that [it was late|indirect Mike Poe].");
}

TEST_CASE("a time before the subject is no part of it") {
    check("On Monday the mayor said [he would go|indirect the mayor].");
    check("Last week Ann Lee said [he would go|indirect Ann Lee].");
    check(
        "Ann Lee, an official from the port, on Tuesday told the Post [she had left|indirect Ann "
        "Lee].");
    check("The week's events show that [he was right|indirect The week's events].");
}

TEST_CASE("a long dash joins no words") {
    check("SALEM—Senator Ann Lee said [she would go|indirect Senator Ann Lee].");
    check("The mayor—a Democrat—said [he would go|indirect The mayor].");
}

TEST_CASE("a report does not go on talking") {
    check(
        "Ann Lee came. “[We won,|direct Ann Lee]” Ann Lee said. The statement noted that [it was "
        "late|indirect The statement]. “[We will go on.|direct Ann Lee]”");
}

TEST_CASE("a long description stands between a quotation's speaker and the verb") {
    check(
        "“[It is the wind,|direct Ann Lee]” Ann Lee, a research analyst at the Salem-based Council "
        "on "
        "Energy, Environment and Water think tank, told the Post.");
}

TEST_CASE("a role may be given its name later") {
    check_names(
        "The president's lawyer said that [he had paid|indirect Peter Poe].\n\n“[It was my "
        "money,|direct Peter Poe]” the lawyer, Peter Poe, said.");
    check_names(
        "A judge in Salem ruled that [the ban was void|indirect Ann Lee].\n\n“[It is "
        "void,|direct Ann Lee]” Judge Ann Lee wrote.\n\nIt rained.\n\nA judge in Bend said [it "
        "was fine|indirect A judge in Bend].");
}

TEST_CASE("a role stands before its name and a comma") {
    check_names(
        "The agency's director, Ann Lee, left on Monday. The director said [she was tired|indirect "
        "Ann Lee].");
}

TEST_CASE("a body is the organisation or the building that has its name") {
    check_names(
        "The Salem Hospital closed a ward. The hospital said [it had no money|indirect Salem "
        "Hospital].");
    check_names(
        "The Federal Trade Commission sued. The regulator said [the price was fixed|indirect "
        "Federal Trade Commission].");
}
