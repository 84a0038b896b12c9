#include "quote_check.h"

using lede::test::annotate;
using lede::test::check;

TEST_CASE("a direct quotation takes the speaker beside its cue") {
    check("“[We won,|direct Maria Lopez]” Maria Lopez said.");
    check("“[We won,|direct Maria Lopez]” said Maria Lopez.");
    check("\"[We won,|direct Maria Lopez]\" said Maria Lopez on Monday.");
    check("Maria Lopez said, “[We won.|direct Maria Lopez]”");
    check("Maria Lopez said: “[We won.|direct Maria Lopez]”");
    check("Maria Lopez told reporters on Monday: “[We won.|direct Maria Lopez]”");
    check("“[We won,|direct Maria Lopez]” Maria Lopez, the mayor, told reporters.");
    check("“[Did we win?|direct Maria Lopez]” Maria Lopez asked.");
    check("“[We won!|direct Maria Lopez]” Maria Lopez shouted.");
    check("“[We won,|direct the mayor]” the mayor told the council.");
}

TEST_CASE("words between speaker and cue do not part them") {
    check("“[The bridge is closed,|direct Ann Lee]” Ann Lee, the mayor of Salem, said.");
    check("Ann Lee, who chairs the panel, said: “[The bridge is closed.|direct Ann Lee]”");
    check("Ann Lee, 62, said: “[The bridge is closed.|direct Ann Lee]”");
    check("“[The bridge is closed,|direct Ann Lee]” Ann Lee (D-N.Y.) said.");
    check("“[The bridge is closed,|direct Ann Lee]” Ann Lee later said.");
    check("Ann Lee, in a statement on Friday, said: “[The bridge is closed.|direct Ann Lee]”");
    check("In a statement on Friday, Ann Lee said, “[The bridge is closed.|direct Ann Lee]”");
}

TEST_CASE("a quotation split by its cue is two pieces of one group") {
    check("“[We won,|direct Ann Lee]” Ann Lee said, “[and we will win again.|direct Ann Lee]”");
    check("“[We won,|direct Ann Lee]” said Ann Lee, “[and we will win again.|direct Ann Lee]”");
    check(
        "“[We won,|direct Ann Lee]” said Ann Lee, the mayor, “[but it was close.|direct Ann Lee]”");
    check("“[What hurts|direct Ann Lee]”, Ann Lee said, “[is the silence.|direct Ann Lee]”");
    check("“[We won,|direct Ann Lee]” Ann Lee said; “[and we will win again.|direct Ann Lee]”");
    const auto document = annotate("“We won,” Ann Lee said, “and we will win again.”");
    REQUIRE(document.quotes.size() == 2);
    CHECK(document.quotes[0].group == document.quotes[1].group);
}

TEST_CASE("a quotation goes on after its attribution") {
    check("“[We won,|direct Ann Lee]” said Ann Lee. “[We will win again.|direct Ann Lee]”");
    const auto document = annotate("“We won,” said Ann Lee. “We will win again.”");
    REQUIRE(document.quotes.size() == 2);
    CHECK(document.quotes[0].group == document.quotes[1].group);
}

TEST_CASE("a quotation of several paragraphs has one speaker") {
    check(
        "Ann Lee said: “[The bridge is old.|direct Ann Lee]\n\n“[It must be closed.|direct Ann "
        "Lee]\n\n“[We begin in May.|direct Ann Lee]”");
    const auto document = annotate("Ann Lee said: “The bridge is old.\n\n“It must be closed.”");
    REQUIRE(document.quotes.size() == 2);
    CHECK(document.quotes[0].group == document.quotes[1].group);
}

TEST_CASE("participles and sayings without a clause introduce quotations") {
    check("Ann Lee praised the crew, saying: “[They worked all night.|direct Ann Lee]”");
    check("Ann Lee praised the crew, adding, “[They worked all night.|direct Ann Lee]”");
    check(
        "Ann Lee gave a sober account of the night: “[It was dark, and we were "
        "afraid.|direct Ann Lee]”");
    check("In the words of Ann Lee, “[the bridge is a ruin.|direct Ann Lee]”");
    check("According to Ann Lee, “[the bridge is a ruin.|direct Ann Lee]”");
    check("“[The bridge is a ruin,|direct the engineer]” according to the engineer.");
}

TEST_CASE("every style of marks can hold speech") {
    check("‘[We won,|direct Ann Lee]’ Ann Lee said.");
    check("'[We won,|direct Ann Lee]' Ann Lee said.");
    check("«[We won|direct Ann Lee]», said Ann Lee.");
    check("»[We won|direct Ann Lee]«, said Ann Lee.");
    check("„[We won|direct Ann Lee]“, said Ann Lee.");
    check("``[We won,|direct Ann Lee]'' Ann Lee said.");
    check("“[He told me, ‘Go home,’ and left,|direct Ann Lee]” Ann Lee said.");
}

TEST_CASE("a fragment after a verb of calling or speaking is speech") {
    check("Ann Lee called [the plan “a disgrace”|mixed Ann Lee].");
    check("Ann Lee, calling [the plan “a disgrace,”|mixed Ann Lee] left the room.");
    check("Ann Lee described [the plan as “a disgrace.”|mixed Ann Lee]");
    check("The plan was described by Ann Lee as “[a disgrace.|direct Ann Lee]”");
    check("Ann Lee spoke of “[a long night of fear,|direct Ann Lee]” and left.");
    check("Ann Lee warned of “[a long night.|direct Ann Lee]”");
}

TEST_CASE("words of the narrator behind a quotation are not part of it") {
    check("The letter reads “[we may close the bridge,|direct The letter]” but no plans exist.");
    check("The mayor denied it, adding “[we are ready|direct The mayor]”, but left no date.");
}

TEST_CASE("a quotation that stands alone speaks for the one spoken of") {
    check("Ann Lee was angry. “[The bridge is a ruin and must go.|direct Ann Lee]”");
}

TEST_CASE("a cue may open the sentence of a quotation") {
    check("Said Senator Lee, “[We were never told about it.|direct Senator Lee]”");
}

TEST_CASE("a quotation goes on right behind its speaker") {
    check("“[We stand ready|direct Lee]” tweeted Lee “[to provide help.|direct Lee]”");
}

TEST_CASE("marks that a coordinator joins are one speaker's") {
    check(
        "She spoke of his “[many gifts|direct She]” and “[his work for the city.|direct She]” The "
        "mayor called [the plan “wrong,”|mixed The mayor] “[reckless|mixed The mayor]” and “[a "
        "gift to the lobby.|mixed The mayor]”");
    check("[Mr. Lee “erred” and “is sorry,”|mixed the campaign] the campaign said.");
}

TEST_CASE("what was described or stated in marks is quoted") {
    check("It was what the mayor described as “[a ruin.|direct the mayor]”");
    check("She made the comment, “[We will win this race.|direct She]”");
    check("She gave a speech, urging viewers, “[Vote like never before.|direct She]”");
    check("Lee, while campaigning in Ohio, called [Poe's plan “a ruin.”|mixed Lee]");
}
