// Where content of longer news sentences ends, and clauses that the first readers of a sentence
// would miss.
#include <catch2/catch.hpp>

#include "quote_check.h"

using lede::test::check;

TEST_CASE("a verb that agrees with the cue is the narrator's") {
    check(
        "Many farmers agree that [the deal has hurt them|indirect Many farmers] and want a new "
        "one.");
    check("Many farmers say [the deals hurt them and help others|indirect Many farmers].");
}

TEST_CASE("what follows a quotation's comma may be another report") {
    check(
        "Lee wrote that [the plan “needs work,”|mixed Lee] adding “[we need all of you.|direct "
        "Lee]”");
    check(
        "Ann Lee said [the speaker was “caving,”|mixed Ann Lee] while Rep. Amy Poe warned of "
        "“[consequences.|direct Rep. Amy Poe]”");
    check("She said [the tape would be out “soon,”|mixed She] but declined to give a date.");
    check("The agency confirmed [it had a letter|indirect The agency] but would not comment.");
}

TEST_CASE("what was written for somebody says nothing") {
    check("Reports written for the council: the roads, the bridges and the dams are old.");
    check("Lee had written: [the dams are old|indirect Lee].");
}

TEST_CASE("what somebody calls the content's last noun is another report") {
    check(
        "Ann Lee vowed [to fight the suit|indirect Ann Lee], which she called “[a sham.|direct "
        "she]”");
}

TEST_CASE("two participles with subjects of their own are two reports") {
    check(
        "They sparred over taxes, with Lee charging that [Poe would raise them|indirect Lee] and "
        "Poe insisting [he would not|indirect Poe].");
}

TEST_CASE("clauses go on behind an attribution") {
    check("[The talks collapsed|indirect he], he said, [when aid was cut|indirect he].");
    check(
        "[It was not clear|indirect lawyers], lawyers said, [whether the law would "
        "stand|indirect lawyers].");
    check("[If it tops a million|indirect they], they said, [Lee could win|indirect they].");
    check(
        "[Every spring|indirect Ann Lee], said Ann Lee, who runs the diner, [candidates come "
        "and go|indirect Ann Lee].");
    check("[The talks collapsed|indirect he], he said, while others denied it.");
}

TEST_CASE("content at the sentence's begin ends with its clause") {
    check("Arguing that [voters were tired|indirect Ann Lee], Ann Lee left the race.");
    check(
        "SALEM, Ore. — When Ann Lee announced that [she would run|indirect Ann Lee], her party "
        "laughed.");
}

TEST_CASE("who was told is no addressee behind the verb") {
    check("The women were told [the new mayor would come on Tuesday|indirect].");
}

TEST_CASE("amounts begin clauses") {
    check("He figures [at least a third of the town agrees|indirect He].");
    check("Rights groups say [as many as 600 people lack the card|indirect Rights groups].");
}

TEST_CASE("a plan they said would work is what they said of it") {
    check("Officials unveiled a plan they said [would save millions|indirect they].");
}

TEST_CASE("plural sources follow a verb in the present") {
    check("[The losses were small|indirect experts], say experts.");
}

TEST_CASE("that said is the narrator's phrase") {
    check("That being said, “[we will go on,|direct he]” he said.");
}

TEST_CASE("an act behind a period is no attribution") {
    check("“[I want more,|direct Lee]” Lee said. “[It is simple.|direct Lee]” The aides laughed.");
}

TEST_CASE("whoever the paper polled may speak") {
    check(
        "Some of the people the Post polled said [they were tired|indirect Some of the people the "
        "Post polled].");
    check("The day he won said it all.");
}

TEST_CASE("whom a paper quotes says it, and who sends a memo argues") {
    check("The paper quoted an aide as saying [it was a ransom|indirect an aide].");
    check("Lee sent a memo to donors arguing that [the race was close|indirect Lee].");
}

TEST_CASE("an aside stands behind that") {
    check("Lee said that, [if true, the report was bad news|indirect Lee].");
    check("She went on to say that [rivals should run|indirect She].");
}

TEST_CASE("marks may go on with the clause before an attribution") {
    check("[She would|mixed she], she answered, “[without a doubt.|mixed she]”");
    check("As Senator Ann Lee put it on Monday: “[He sounded ill.|direct Senator Ann Lee]”");
    check(
        "Opponents — who include the doctors — counter that [prices would rise|indirect "
        "Opponents].");
}

TEST_CASE("as an inquiry went on is no report") {
    check("The suspect was jailed in March, as the inquiry continued.");
    check("Readers feel confident that [you are fair|indirect Readers].");
}

TEST_CASE("what a gerund promised ends at the next one") {
    check("Lee began by promising [to stay|indirect Lee] and by hiring aides.");
}

TEST_CASE("content begins behind a colon before a capital") {
    check(
        "Lee saw it differently: [The officer|indirect he], he said, [did no wrong|indirect he].");
}

TEST_CASE("numbers explain nothing to anybody") {
    check("Those numbers explain why costs rose.");
    check("The report explains [why costs rose|indirect The report].");
    check("Nearly 6 in 10 said [they were tired|indirect 6 in 10].");
}

TEST_CASE("clauses of a relative or contact clause lack their subject") {
    check("It is a revolt that some say [is supported by rebels|indirect some].");
    check("They are rebels who Ohio says [use the north to attack|indirect Ohio].");
    check(
        "The quake, which the Survey says [killed more than two people|indirect the Survey], "
        "struck "
        "in May.");
    check("He did so in what police said [was a criminal act|indirect police].");
}

TEST_CASE("adjuncts between say and its clause") {
    check("Officials say on Saturday [soldiers killed three gunmen|indirect Officials].");
    check(
        "Speaking in Salem, Ann Lee said at this stage, [the town hopes for help|indirect Ann "
        "Lee].");
    check("Lee told supporters outside of the hall that [he will go|indirect Lee].");
    check("Lee said [after the force used a horn, a man got out|indirect Lee].");
}

TEST_CASE("a clause may begin with an amount, a list or a verb that the tagger misses") {
    check("Police said [about 40 people died|indirect Police].");
    check("He said [more needed to be done for the town|indirect He].");
    check(
        "The ministry says [four people, including a child, have been killed|indirect The "
        "ministry].");
    check(
        "The bank said [the growth of the money supply rose nearly 19 percent|indirect The bank].");
    check(
        "The agency said Sunday that [the laws explicitly specify the rights|indirect The "
        "agency].");
    check("He said a prayer for the victims.");
}

TEST_CASE("those who are warned or told stand before the clause") {
    check("Ann Lee warned rebels that [the army will respond|indirect Ann Lee].");
    check("Ann Lee told the lawmakers [Canada faces a threat|indirect Ann Lee].");
    check("The agency confirmed reports that he had left.");
}

TEST_CASE("a past form before the last attribution is its clause's verb") {
    check("[Rockets struck near the base|indirect Iraqi officials], according to Iraqi officials.");
    check(
        "[Aides regularly assigned staffers to guard them|indirect she], she said. [The bridge, "
        "built in 1931|indirect she], she said, [was safe|indirect she].");
    check("Ann Lee noted on Monday, [the dead were all children|indirect Ann Lee].");
}
