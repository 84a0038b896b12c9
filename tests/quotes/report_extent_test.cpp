#include "quote_check.h"

using lede::test::check;
using lede::test::check_names;

TEST_CASE("those who are told things can also be what is told") {
    check("He said [people were angry|indirect He].");
    check("Ann Lee, the group's director, said [her staff had logged 412 calls|indirect Ann Lee].");
    check("The mayor told voters [the dam was safe|indirect The mayor].");
}

TEST_CASE("a clause may begin with a long subject") {
    check("He said that [a pipe had burst|indirect He].");
    check("His minister said [more than 2,800 soldiers had been held|indirect His minister].");
    check("He said [little would change|indirect He].");
    check("He said little about rights and there were few signs of change.");
    check("Doss, 44, estimates [she spent $900 last year|indirect Doss].");
    check("People close to him expect that [he will back Cruz|indirect People close to him].");
    check("He vowed [to “cleanse” the army of plotters|mixed He].");
    check(
        "The minister indicated on Monday [the chances of those trapped in the mine had "
        "fallen|indirect The minister].");
    check("The judge ruled [the men-only draft broke the law|indirect The judge].");
    check("The office announced a plan it drafted in May.");
    check("She wrote a piece for the paper and he read it aloud.");
}

TEST_CASE("content inside a subject ends before the subject's verb") {
    check(
        "Mr. Hale's claim that [the vote was rigged|indirect Mr. Hale] has alarmed some of his own "
        "voters, who fear a low turnout.");
    check(
        "The judge, noting that [the law had never been enforced|indirect The judge], said [she "
        "was "
        "puzzled|indirect The judge].");
    check(
        "Ann Lee, who has accused the mayor [of hiding the report|indirect Ann Lee], said "
        "[voters faced a choice|indirect Ann Lee].");
}

TEST_CASE("a report beside the content is another report") {
    check(
        "The mayor insisted that [he never met the lobbyist|indirect The mayor], but letters "
        "obtained by the Courier show [the two dined together|indirect letters obtained by the "
        "Courier].");
    check(
        "The governor fought back, saying [the court had erred|indirect The governor] and "
        "predicting that [the ruling would fall|indirect The governor].");
    check(
        "The driver said [he lost control|indirect The driver], with some papers claiming [he "
        "was asleep|indirect some papers].");
    check(
        "[The mayor said [the vote was fair|indirect The mayor]|indirect officials], officials "
        "confirmed on Tuesday.");
}

TEST_CASE("an absolute phrase has a speaker of its own") {
    check(
        "The office closed early, with the clerk, Ann Lee, telling reporters that [the vote was "
        "fair|indirect the clerk].");
}

TEST_CASE("what the narrator says of the content is outside") {
    check(
        "Mr. Ryan said [he would not campaign for the nominee|indirect Mr. Ryan], a stance that "
        "has angered the party.");
    check("The group says [the law hurts voters|indirect The group], a charge the state denies.");
}

TEST_CASE("an attribution splits any clause") {
    check("[Agents|indirect he], he said, [burst in without knocking|indirect he].");
    check("They point to Nevada, where, they say, [turnout is running well ahead|indirect they].");
}

TEST_CASE("places and media between cue and content are passed") {
    check("Ann Lee said on CNN’s “The Long Road” that [the vote was fair|indirect Ann Lee].");
}

TEST_CASE("a view may be its holder's without a verb") {
    check("In his view, [the party lost its way|indirect his].");
    check("In the eyes of many voters, [she can do no wrong|indirect many voters].");
    check("In my view, the party lost its way.");
}

TEST_CASE("wishes are clauses without a finite verb") {
    check("Democrats are demanding that [the panel release the tapes|indirect Democrats].");
}

TEST_CASE("what somebody calls something stands behind the cue") {
    check("She listed what she described as [a long run of failures|indirect she].");
    check("The ad says [she “sides with the banks.”|mixed The ad]");
}

TEST_CASE("who is quoted as saying something says it") {
    check(
        "It was the second time that the governor was quoted as saying [he would not "
        "run|indirect the governor].");
    check("Some in the party say [the loss was his own doing|indirect Some in the party].");
    check("The judge in that case said [the law was clear|indirect The judge in that case].");
}

TEST_CASE("what a thing bears is no speech") {
    check("Volunteers handed out signs reading “Women for Lee” to all.");
    check(
        "A man in a “We the People” cap said [he had never voted|indirect A man in a “We the "
        "People” cap].");
}

TEST_CASE("answers may be shot or fired back") {
    check("“[No,|direct Ann Lee]” Ann Lee shot back.");
    check("A parting shot from the mayor ended the debate.");
}

TEST_CASE("two things that somebody is called are one report") {
    check("Lee called [the report “garbage” and “a distraction.”|mixed Lee]");
}

TEST_CASE("a quotation may end with the marks of another one") {
    check("“[He asked me to stay,|direct Lee]” Lee said. “[And I said, ‘No.’|direct Lee] ”");
}

TEST_CASE("the source of a report may be a survey of what others say") {
    check(
        "[Most voters say [they are tired|indirect Most voters]|indirect a survey], according to "
        "a survey.");
}

TEST_CASE("a time that owns something is content") {
    check("She said [Tuesday's ruling was a setback|indirect She].");
    check("She said Tuesday [the ruling was a setback|indirect She].");
}

TEST_CASE("who I is") {
    check_names("I told them [the vote was fair|indirect (author)].");
    check_names("We believe [the vote was fair|indirect (author)].");
}

TEST_CASE("subjects that are easily missed") {
    check("Both said [the talks had failed|indirect Both].");
    check("They both said [the talks had failed|indirect They].");
    check("Many of them said [the talks had failed|indirect Many of them].");
    check("Those who know him say [he is calm|indirect Those who know him].");
    check("Residents who live nearby said [it was loud|indirect Residents who live].");
    check("Ann Lee greeted the crowd, then said [the war was over|indirect Ann Lee].");
}

TEST_CASE("media that are told something pass with their shows") {
    check("She told CNN's “The Long Road” that [the war was over|indirect She].");
}

TEST_CASE("as somebody put it") {
    check("As Ann Lee put it, [the war is over|indirect Ann Lee].");
    check("“[The war is over,|direct Ann Lee]” as Ann Lee put it.");
}

TEST_CASE("promises and appeals beside the content are reports of their own") {
    check(
        "Ann Lee praised the bill, saying [it was strong|indirect Ann Lee], and promised [to "
        "sign it|indirect Ann Lee].");
}

TEST_CASE("content may go on behind its attribution with that") {
    check("[There is no proof|indirect experts], experts say, [that it works|indirect experts].");
}

TEST_CASE("a supposed report ends with its clause") {
    check("If Ann Lee says [he will run|indirect Ann Lee], the race will change.");
    check("Ann Lee has yet to say [whether she will run|indirect Ann Lee negative].");
}

TEST_CASE("what people call themselves with as is said") {
    check("Ann Lee described [herself as “a fighter.”|mixed Ann Lee]");
}
