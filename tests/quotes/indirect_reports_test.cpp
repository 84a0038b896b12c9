#include "quote_check.h"

using lede::test::annotate;
using lede::test::check;

TEST_CASE("an indirect report is the clause after its cue") {
    check("Maria Lopez said that [the vote was fair|indirect Maria Lopez].");
    check("Maria Lopez said [the vote was fair|indirect Maria Lopez].");
    check("The mayor said on Monday [the vote was fair|indirect The mayor].");
    check("The mayor said Monday that [the vote was fair|indirect The mayor].");
    check("The mayor told reporters [the vote was fair|indirect The mayor].");
    check("The mayor told the Daily Post that [the vote was fair|indirect The mayor].");
    check("The mayor said in a statement that [the vote was fair|indirect The mayor].");
    check("The mayor claimed [the vote was fair|indirect The mayor].");
    check("The mayor — who chairs the panel — said [the vote was fair|indirect The mayor].");
    check("The agency's report noted that [prices had doubled|indirect The agency's report].");
    check("He pointed out that [prices had doubled|indirect He].");
}

TEST_CASE("content may stand before its cue") {
    check("[The vote was fair|indirect the mayor], the mayor said on Monday.");
    check("[The vote was fair|indirect the mayor], said the mayor.");
    check("[The vote was fair|indirect officials], officials said.");
    check("[The vote was fair|indirect the mayor], the mayor told reporters.");
    check("[Prices have doubled since May|indirect economists], as economists have noted.");
    check("As economists have noted, [prices have doubled since May|indirect economists].");
}

TEST_CASE("a report split by its cue is two pieces") {
    check(
        "[The bridge|indirect officials], officials said, [was closed in May|indirect officials].");
    check("[The plan|indirect the mayor], said the mayor, [has failed|indirect the mayor].");
}

TEST_CASE("according to names a source on either side") {
    check("According to the mayor, [the vote was fair|indirect the mayor].");
    check("[The vote was fair|indirect the mayor], according to the mayor.");
    check("[The vote was fair|indirect two people] according to two people.");
    check(
        "According to a person with knowledge of the talks, [they have failed|indirect a person "
        "with knowledge of the talks].");
    check(
        "[The plan|indirect the ministry], according to the ministry, [has failed|indirect the "
        "ministry].");
    check(
        "According to the team's coach, Ann Lee, [the match was lost early|indirect the team's "
        "coach].");
}

TEST_CASE("participles report for the subject of their clause") {
    check("Ann Lee left early, saying that [she was ill|indirect Ann Lee].");
    check("Ann Lee left early, claiming [she was ill|indirect Ann Lee].");
    check(
        "Ann Lee said [the vote was fair|indirect Ann Lee], adding that [turnout was "
        "high|indirect Ann Lee].");
    check(
        "[The deal is dead|indirect the envoy], the envoy warned, adding that [talks would "
        "stop|indirect the envoy].");
}

TEST_CASE("content ends where the next report or clause of the narrator begins") {
    check(
        "The mayor said [the vote was fair|indirect The mayor] and added that [turnout was "
        "high|indirect The mayor].");
    check(
        "The mayor said [the vote was fair|indirect The mayor], but the union claimed [it was "
        "rigged|indirect the union].");
    check(
        "The mayor said [the vote was fair|indirect The mayor], while the union said [it was "
        "rigged|indirect the union].");
    check("The mayor said [the vote was fair|indirect The mayor]; the union had no comment.");
    check("The mayor said that [the vote was fair and that turnout was high|indirect The mayor].");
}

TEST_CASE("content that is partly in marks is mixed") {
    check("The mayor said [the vote was “fair.”|mixed The mayor]");
    check("The mayor said [the plan, “a disgrace,” would fail|mixed The mayor].");
    check("The mayor said that [“the plan is dead,” and that talks had ended|mixed The mayor].");
    check("[The plan is “a disgrace,”|mixed the mayor] the mayor said.");
}

TEST_CASE("questions and reasons are reported too") {
    check("The mayor asked [whether the vote was fair|indirect The mayor].");
    check("The mayor explained [why the bridge was closed|indirect The mayor].");
    check("The mayor wondered [how the fire began|indirect The mayor].");
}

TEST_CASE("promises and threats are reports of what will be done") {
    check("The mayor vowed [to rebuild the bridge by May|indirect The mayor].");
    check("The company promised investors [to cut costs|indirect The company].");
    check("The mayor agreed to meet the union.");
}

TEST_CASE("thoughts and evidence are reports") {
    check("Many voters believe that [the vote was rigged|indirect Many voters].");
    check("The study found that [prices had doubled|indirect The study].");
    check("Experts acknowledge that [the plan is risky|indirect Experts].");
    check("His claim that [the vote was rigged|indirect His] is false.");
    check("The union repeated Ann Lee's claim that [the vote was rigged|indirect Ann Lee].");
}

TEST_CASE("reports can stand inside reports") {
    check(
        "The mayor said [officials believe [the fire was set|indirect officials]|indirect The "
        "mayor].");
}

TEST_CASE("negated and possible reports say so") {
    check("Officials have not said [why the bridge was closed|indirect Officials negative].");
    check("The mayor did not say [whether she would run|indirect The mayor negative].");
    check("The mayor declined to say [whether she would run|indirect The mayor negative].");
    check("Critics might say that [the plan is dead|indirect Critics hypothetical].");
    check("The mayor is expected to announce that [she will run|indirect The mayor hypothetical].");
}

TEST_CASE("headlines name the speaker before a colon or after the verb") {
    check("Ann Lee: [we fell in love with Salem|indirect Ann Lee]\n\nThe mayor was in good mood.");
    check("Reports: [bridge was never safe|indirect Reports]\n\nThe bridge was closed in May.");
    check("Mayor says [bridge was never safe|indirect Mayor]\n\nThe bridge was closed in May.");
}

TEST_CASE("people who are told something are no speakers") {
    check("Residents were told that [the bridge was safe|indirect].");
    check("It was announced that [the bridge was safe|indirect].");
}

TEST_CASE("what reports nothing is left out") {
    check("It is widely understood that the plan will fail.");
    check("It should be noted that the plan is old.");
    check("He spoke only of weapons.");
    check("Negotiators should ask the mayor to begin.");
    check("You will find that the city is old.");
    check("The so-called peace plan failed.");
    check("The announced deal was dead.");
    check("His claims were false.");
    check("Their statements on the plan were long.");
    check("When the mayor rose, the crowd roared.");
    check("The mayor said a prayer.");
    check("The mayor said little about the bridge and there were few signs of repair.");
    check("The mayor said nothing, which was wise.");
}
