#include "quote_check.h"

using lede::test::check;
using lede::test::check_names;

TEST_CASE("what somebody is sure or afraid of is a report") {
    check("Voters are skeptical that [the bridge can be saved|indirect Voters].");
    check("The mayor was confident [the bridge would open|indirect The mayor].");
    check("Officials remained concerned that [the levee would fail|indirect Officials].");
    check("The senator is not convinced that [the plan works|indirect The senator negative].");
    check("It is clear that the plan works.");
    check("The unclear rule that the town passed has failed.");
}

TEST_CASE("making clear is saying") {
    check("The mayor made it clear that [he would not resign|indirect The mayor].");
    check("The mayor made clear that [he would not resign|indirect The mayor].");
}

TEST_CASE("an infinitive is what somebody promised, urged or wants") {
    check("The mayor vowed [to rebuild the bridge|indirect The mayor].");
    check("The mayor urged Congress [to pass the bill|indirect The mayor].");
    check("The mayor called on Congress [to pass the bill|indirect The mayor].");
    check("As a child she wanted to leave, and many animals want to sleep.");
    check("Ann Lee wants [to raise the minimum wage|indirect Ann Lee].");
    check("She plans [to unveil the proposal next week|indirect She].");
    check("Ann Lee wants [to raise the wage|indirect Ann Lee], and the mayor has opposed it.");
    check("The law binds the mayor if he intends to close the bridge.");
    check("Residents were urged to boil their water.");
    check("The mayor called reporters to the square.");
}

TEST_CASE("a promise has a content of its own") {
    check("The governor repeated his pledge [to veto the bill|indirect his].");
    check("Ann Lee's threat [to sue the town|indirect Ann Lee] was met with laughter.");
    check("A threat to the town was averted.");
}

TEST_CASE("what somebody is described as or accused of is a report") {
    check("An official described [the meeting as tense|indirect An official].");
    check("Ann Lee dismissed [the report as a distraction|indirect Ann Lee].");
    check("Ann Lee called [the plan a disaster|indirect Ann Lee].");
    check("Ann Lee accused the mayor [of hiding the report|indirect Ann Lee].");
    check("Ann Lee called the police as smoke rose.");
}

TEST_CASE("feelings that are expressed are reports") {
    check("The senator expressed confidence that [the bill would pass|indirect The senator].");
    check("Doctors voiced the hope that [cases would fall|indirect Doctors].");
}

TEST_CASE("an infinitive of purpose reports for the subject of its clause") {
    check("Ann Lee went on television to say that [the video was old news|indirect Ann Lee].");
    check("Ann Lee has the right to say that.");
}

TEST_CASE("sources may be described at length") {
    check(
        "Advisers close to the mayor believe [the race is tight|indirect Advisers close to the "
        "mayor].");
    check(
        "According to two people familiar with the matter, [the director had quit|indirect two "
        "people familiar with the matter].");
    check(
        "According to a memo posted online by the union, [talks had failed|indirect a memo posted "
        "online by the union].");
    check(
        "“[We won,|direct Ann Lee]” Ann Lee told the crowd, according to a transcript provided by "
        "her campaign.");
    check("According to a whistle-blower, [talks had failed|indirect a whistle-blower].");
    check(
        "Officials briefed on the talks said [they had failed|indirect Officials briefed on the "
        "talks].");
    check(
        "Reports citing sources within the party said [talks had failed|indirect Reports citing "
        "sources within the party].");
    check(
        "Sen. Ann Lee, D-Ore., one of the bill's authors, argued that [it would pass|indirect Sen. "
        "Ann Lee].");
    check(
        "Sen. Ann Lee (D-Ore.), who leads the panel, argued that [it would pass|indirect Sen. Ann "
        "Lee].");
}

TEST_CASE("time words are no speakers") {
    check("Mr. Brown on Sunday said [he would go|indirect Mr. Brown].");
    check("Ann Lee last week told voters [she would stay|indirect Ann Lee].");
    check(
        "The council criticized the move, this time saying [the dam was unsafe|indirect The "
        "council].");
    check("The town announced a ban, first announced seven days earlier.");
}

TEST_CASE("a cue between a place and its clause splits the content") {
    check("[In Salem|indirect officials], officials said, [turnout was low|indirect officials].");
}

TEST_CASE("insertions do not hide the content behind them") {
    check(
        "“[If you want the future,|direct Ann Lee]” Ann Lee said in a speech in Salem, Ore., "
        "“[look at Texas.|direct Ann Lee]”");
    check(
        "“[We will win,|direct the mayor]” the mayor said, adding, “[believe me.|direct the "
        "mayor]”");
    check("The mayor told reporters aboard his plane that [he would go|indirect The mayor].");
    check("The mayor said then that [she had a plan|indirect The mayor].");
    check("The mayor told CNN [Ann Lee had quit|indirect The mayor].");
}

TEST_CASE("a second report ends the content of the first") {
    check(
        "Ann Lee denied that [she had met the man|indirect Ann Lee], calling [the story “a "
        "lie.”|mixed Ann Lee]");
}

TEST_CASE("the agent of a passive is the speaker") {
    check("The senator was asked by reporters [if he would quit|indirect reporters].");
}

TEST_CASE("a sentence in marks behind a colon or comma is speech") {
    check(
        "“[That is a lie,|direct Ann Lee]” Ann Lee said. John Brown shot back: “[Wrong.|direct "
        "John Brown]”");
    check(
        "Ann Lee, also on Twitter, defended the vote, “[We had no choice but to act before the "
        "storm came.|direct Ann Lee]”");
}

TEST_CASE("a possessor is not the speaker it owns") {
    check_names(
        "Ann Lee's spokesman, John Brown, said [the vote was fair|indirect John Brown]. He said "
        "[turnout was high|indirect John Brown].");
    check_names("Aides to Mr. Brown said [the vote was fair|indirect Aides to Mr. Brown].");
    check_names(
        "His running mate, Indiana Gov. Mike Lopez, said [the vote was fair|indirect Mike Lopez].");
}

TEST_CASE("an indefinite phrase is nobody known") {
    check_names(
        "John Brown filed a motion. According to reports, [Brown was ill|indirect reports].");
    check_names(
        "John Brown, in a statement, quit. The statement said [he was ill|indirect The "
        "statement].");
}

TEST_CASE("a change of tense ends the content") {
    check("Ann Lee said [she would not run|indirect Ann Lee] and John Brown has left the race.");
    check("Ann Lee said [she would not run and John Brown had left the race|indirect Ann Lee].");
    check("Ann Lee said [she never saw the letter|indirect Ann Lee], a claim her aide denied.");
}

TEST_CASE("the next sentence or paragraph does not claim a quotation") {
    check("The mayor said: “[We are done.|direct The mayor]” Ann Lee acknowledged as much.");
    check(
        "Ann Lee said [the mayor “lies to voters.”|mixed Ann Lee]\n\nThe city has not commented "
        "on it.");
    check(
        "He added, “[There is a remedy for these harms.|direct He]”\n\nRead the full letter "
        "here.");
}

TEST_CASE("a paragraph left open behind an attribution is speech") {
    check(
        "“[We need a change,|direct the governor]” said the governor. “[The land was never in the "
        "bargain.|direct the governor]\n\n“[This is only a first step,|direct he]” he "
        "continued.");
    check(
        "Rep. Ann Lee (D-Ore.) today released a statement on the flood: “[We saw it "
        "coming.|direct Rep. Ann Lee]”");
}

TEST_CASE("what somebody proposed or denied doing is a report") {
    check("Ann Lee proposed [raising taxes on fuel|indirect Ann Lee].");
    check("He denied [taking the money|indirect He].");
}

TEST_CASE("subjects may end in a participle or a number") {
    check("The mother of two says [she will not vote|indirect The mother of two].");
    check("Most of those polled said [they were tired|indirect Most of those polled].");
    check("Many farmers fear [he will lose|indirect Many farmers].");
}

TEST_CASE("a report in a relative clause ends with it") {
    check("Ann Lee, who had said [she would not run|indirect Ann Lee], filed papers on Monday.");
}

TEST_CASE("an accusation begins at its own of") {
    check("Ann Lee accused the media [of bias|indirect Ann Lee].");
    check("Ann Lee accused the head of the agency [of lying to voters|indirect Ann Lee].");
}

TEST_CASE("a clause before the report is no part of it") {
    check("Asked if he was worried, the mayor replied, “[No.|direct the mayor]”");
}

TEST_CASE("a place of saying in marks is no speech") {
    check("The mayor says on “The Long Road” that [he will go|indirect The mayor].");
    check("She asked people to “[pray for the town.|direct She]”");
    check("[The chef was found|indirect police], according to police on Thursday.");
    check("The mayor told the panel about “the Bend.”");
    check("“[We won,|direct the mayor]” the mayor said on Channel 5’s “This Morning.”");
}

TEST_CASE("whom a report is about has no role by it") {
    check_names(
        "The press secretary, Ann Lee, told reporters that [the president would go|indirect Ann "
        "Lee]. The president said [he would stay|indirect The president].");
}

TEST_CASE("an adjective alone is no speaker") {
    check("There are a lot of unfunny jokes that are told in back rooms.");
    check(
        "A senior Commerce Department official, who spoke on condition of anonymity, said "
        "[existing powers were enough|indirect A senior Commerce Department official].");
    check("There are strict rules of the road that dictate how one may park.");
}

TEST_CASE("urging begins a report of its own") {
    check(
        "Ann Lee said [she was worried|indirect Ann Lee], and she urged leaders [to start "
        "over|indirect she].");
}

TEST_CASE("a verb joined to a description is the narrator's") {
    check("Ann Lee denounced [the vote as a sham|indirect Ann Lee] and left the hall.");
    check("Ann Lee denounced [the vote as “a sham”|mixed Ann Lee] and left the hall.");
}

TEST_CASE("people deny, demand and warn of things") {
    check("Ann Lee, who denies [the charge|indirect Ann Lee], left on Monday.");
    check("The opponents demanded [an inquiry|indirect The opponents] on Monday, and left.");
    check("The senator called for [an inquiry|indirect The senator] in a statement.");
    check("The plan calls for a wall. Police arrested and questioned the student.");
    check("The senator called for Ann Lee.");
}

TEST_CASE("an accusation may list the accused, and quote") {
    check("The singer accused Lee, Poe and the label [of blocking a film|indirect The singer].");
    check("Lee accused Poe [of “writing off” the coast|mixed Lee].");
    check("Lee accused Poe of “[writing off the coast.|direct Lee]”");
}

TEST_CASE("those who are urged may be several") {
    check("He urged Ohio and others in the region [to push back|indirect He].");
    check("He begged the panel [“not to lose sight of” the war|mixed He].");
}

TEST_CASE("the title of a work is not what its author wrote") {
    check("In 1931 she wrote “Kindness” and “The Long Road.”");
    check("She wrote, “[Kindness is dead.|direct She]”");
}

TEST_CASE("hope may be expressed without that") {
    check("He expressed hope [the talks would go on|indirect He].");
    check("Officials voiced fears [the dam would break|indirect Officials].");
    check("He had the hope she lost. The hope he had was gone.");
    check("Israel signaled [it could end the siege|indirect Israel].");
}
