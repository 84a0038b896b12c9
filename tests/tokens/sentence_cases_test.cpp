// Where sentences of news text end: cases of our own, by what makes them hard.
#include <catch2/catch.hpp>

#include "tokens/cases.h"

using namespace lede::test;

namespace {

void check(std::initializer_list<const char*> cases) {
    for (const char* marked : cases) CHECK(with_sentences(text_of_case(marked)) == marked);
}

}  // namespace

TEST_CASE("a title's period does not end a sentence") {
    check({
        "Sen. Elizabeth Warren met Gov. Tim Walz. ‖ They spoke for an hour.",
        "Dr. Anna Ruiz and Mr. Lee disagreed. ‖ Mrs. Ruiz left.",
        "Lt. Col. James Hart commands the base. ‖ Gen. Ross agreed.",
        "The bill by Rep. Nancy Cole, R-Ohio, passed. ‖ It now goes to the Senate.",
        "He asked Prof. Weiss. ‖ She declined.",
        "The Rev. Martin Hale spoke first. ‖ St. Mary’s Church was full.",
        "Maj. Gen. Ahmed Fathi denied it.",
        "Police Sgt. Dana Wu said so. ‖ Officer Bell was unhurt.",
        "The Hon. Peter Shaw presided.",
        "Messrs. Brown and Hill signed. ‖ Ms. Gray did not.",
    });
}

TEST_CASE("U.S. and its like end a sentence only where the text goes on anew") {
    check({
        "The U.S. President flew home. ‖ The U.S. Congress did not wait.",
        "The goods came from the U.S. ‖ The rest came from Canada.",
        "He lives in the U.S. ‖ His brother lives in Peru.",
        "U.N. Secretary-General Ann Moss urged calm.",
        "The U.K. Parliament voted. ‖ The E.U. Commission waited.",
        "She moved to Washington, D.C. ‖ She now teaches there.",
        "The U.S. Supreme Court ruled. ‖ No one spoke.",
        "U.S. and North Korean officials met in Hanoi.",
        "They trade with the U.S., Canada and Mexico.",
        "It happened in Boise, Idaho, U.S.A. ‖ The driver survived.",
        "The U.S. Navy’s ship left the U.K. ‖ It was due in Spain.",
        "Imports to the U.S. rose. ‖ Exports fell.",
    });
}

TEST_CASE("companies and their abbreviations") {
    check({
        "Acme Inc. said profit rose. ‖ Borealis Corp. shares fell.",
        "He sold Acme Inc. ‖ The price was not disclosed.",
        "Lumen Co. and Stark Bros. merged.",
        "Shares of Northwind Ltd. rose 3 percent. ‖ Analysts were surprised.",
        "Were Lee and co. at the hearing? ‖ They were.",
        "She works for Dunmore & Co. in Leeds.",
        "The deal with Harbor Holdings Inc. Chief Executive Paul Dean is off.",
        "It was bought by Wexler Corp. ‖ It then closed.",
    });
}

TEST_CASE("months, days and clock times") {
    check({
        "The summit is on Feb. 27 in Hanoi. ‖ It ends on March 1.",
        "Talks begin Nov. 3. ‖ They may last a week.",
        "Doors open at 7 p.m. ‖ The show starts at 8.",
        "Polls close at 8 p.m. Eastern time.",
        "It began at 9 a.m. Tuesday and ended at noon.",
        "The vote is due at 5 p.m. on Monday.",
        "The crash happened at 3:40 a.m. ‖ No one was hurt.",
        "He died on Jan. 6, 1919. ‖ His wife died in Sept. 1921.",
        "They met on Tues. and Thurs. last week.",
        "At 5 a.m. Mr. Cole went home. ‖ He came back at 6 p.m. ‖ Mr. Lee did not.",
        "The wall fell in 410 A.D. ‖ Historians still argue.",
    });
}

TEST_CASE("numbers, initials and degrees") {
    check({
        "Resolution No. 1718 was adopted. ‖ No. 2371 followed.",
        "See p. 12 and pp. 14-16. ‖ See also vol. 3.",
        "J. K. Rowling wrote it. ‖ C.S. Lewis did not.",
        "George W. Bush spoke. ‖ John F. Kennedy had not.",
        "Mary Cole, Ph.D., teaches law. ‖ Alan Reed, M.D., agreed.",
        "Robert Downs Jr. was elected. ‖ His father, Robert Downs Sr., resigned.",
        "The rate fell to 3.5 percent. ‖ It was 4.1 percent in May.",
        "It cost $3.2 million. ‖ Most of it was lost.",
        "He met Samuel L. Dean. ‖ They talked.",
        "Turnout was 61 percent in 2016. ‖ In 2020 it was higher.",
        "The law, Pub. L. No. 116-92, passed. ‖ It has 12 parts.",
    });
}

TEST_CASE("quotation marks close after the period") {
    check({
        "“We will act.” ‖ She did not say when.",
        "\"We will act,\" he said. ‖ \"We must.\"",
        "“Why now?” she asked. ‖ No one answered.",
        "“Stop!” he shouted. ‖ The car went on.",
        "He said, “I left.” ‖ Then he sat down.",
        "\"It is over.\" ‖ The room fell silent.",
        "He called it “a good deal.” ‖ Critics did not.",
        "“No,” he said. ‖ “Never.”",
        "She wrote: “I am done.” ‖ The letter was short.",
        "“Is it true?” the judge asked. ‖ “Yes.”",
        "‘It is gone.’ ‖ He shrugged.",
        "He cried “Help!” twice. ‖ Nobody came.",
        "“We won.” ‖ “We lost.” ‖ Both were right.",
        "Asked “why me?” he shrugged. ‖ He went home.",
    });
}

TEST_CASE("brackets") {
    check({
        "He left (no one knows why). ‖ She stayed.",
        "He left. ‖ (No one knows why.) ‖ She stayed.",
        "The Food and Drug Administration (FDA) agreed. ‖ Others did not.",
        "The film (what a mess!) opened in May. ‖ It closed in June.",
        "He teaches (she said “Really?”) at Yale. ‖ (It is near.)",
        "He runs a school (he built it in 1990.) in Salem.",
        "The report [sic] was late. ‖ It was long.",
        "She said (“I swear.”) it was true.",
    });
}

TEST_CASE("ellipses") {
    check({
        "“Well ... maybe,” he said. ‖ He sighed.",
        "He waited… and waited. ‖ No one came.",
        "It was … over. ‖ They left.",
        "“I thought ...” ‖ He did not finish.",
        "The list goes on... ‖ The cost rises too.",
        "He had [...] no answer. ‖ They left.",
    });
}

TEST_CASE("question and exclamation marks") {
    check({
        "Who won? ‖ No one did.",
        "What?! ‖ He laughed.",
        "Yahoo! shares rose.",
        "Stop! ‖ Wait! ‖ Listen.",
        "Is it so? ‖ Yes. ‖ Is it fair? ‖ No.",
        "He asked “Really?” and left. ‖ She stayed.",
    });
}

TEST_CASE("datelines and captions") {
    check({
        "WASHINGTON (AP) — The Senate voted on Monday. ‖ It was close.",
        "HANOI, Vietnam — Two leaders met here. ‖ They dined.",
        "LONDON (Reuters) - Shares rose on Friday. ‖ Oil fell.",
        "SEOUL, South Korea, Feb. 20 (UPI) -- The talks resumed. ‖ They failed.",
        "President Kim at the summit in Hanoi. ‖ © 2019 Harbor Press",
        "Visitors at the site. ‖ (Photo by Ann Lee)",
        "By Dana Wu",
        "Photo: Maria Cole/Harbor Press",
        "Rescuers search the river on Sunday, June 9, 2019. ‖ (AP Photo/Lee Cole)",
    });
}

TEST_CASE("headlines and labels without a period are one sentence") {
    check({
        "Trump and Kim Meet in Hanoi",
        "Senate Passes Farm Bill, 62-38",
        "What to Know About the Vote",
        "U.S. Drops Demand for Full Accounting",
        "Inside the Deal That Saved the Bank",
        "Advertisement",
        "Election 2020: Who Is Running",
    });
}

TEST_CASE("lists and numbered points") {
    check({
        "1. Close the plant. ‖ 2. Pay the workers.",
        "The plan has three parts: a tax, a fund, and a board.",
        "(1) The seller pays. ‖ (2) The buyer collects.",
        "• Profit rose 3 percent. ‖ • Sales fell 2 percent.",
        "a) Sign the form. ‖ b) Send it back.",
    });
}

TEST_CASE("latin and other abbreviations") {
    check({
        "Some states, e.g. Ohio and Iowa, opted out. ‖ Others joined.",
        "Two agencies, i.e. the FBI and the CIA, knew. ‖ They were silent.",
        "Bring food, water, etc. ‖ The shelter has none.",
        "Smith v. Jones was decided in May. ‖ Roe v. Wade came first.",
        "The suit, Cole et al. v. Harbor City, goes on. ‖ A ruling is due.",
        "The score was 3 vs. 2. ‖ Fans cheered.",
        "Dozens of roads, incl. Route 9, closed.",
        "The hill is 900 ft. high. ‖ The lake is deep.",
        "Gov. Ann Cole, D-Calif., spoke. ‖ Sen. Lee, R-Utah, did not.",
        "Turn left on Main St. and stop. ‖ Park there.",
        "He lives at 12 Oak Ave. in Salem. ‖ She lives on Elm St. in Troy.",
        "Mt. Hood and Ft. Worth are far apart. ‖ St. Louis is between.",
    });
}

TEST_CASE("initials in a row are inside") {
    check({
        "The claims of these U. S. shippers failed. ‖ J. R. R. Cole sued.",
    });
}

TEST_CASE("addresses and names of sites") {
    check({
        "Write to press@example.org. ‖ Answers take a day.",
        "See www.example.com. ‖ It is free.",
        "Visit https://example.com/a?b=1. ‖ Sign in there.",
        "Amazon.com fell. ‖ Booking.com rose.",
        "He tweets as @annlee. ‖ His tag is #vote2020.",
        "The site example.org was down. ‖ It is back.",
    });
}

TEST_CASE("other scripts, emoji and no-break spaces") {
    check({
        "He said «c’est fini». ‖ Then he left.",
        "Angela Müller spoke. ‖ Émile Zola wrote.",
        "We won! 🎉 ‖ See you soon.",
        "The town of Łódź grew. ‖ Żory did not.",
        "Mr.\u00A0Lee left. ‖ He\u00A0was late.",
        "Владимир Путин arrived. ‖ He left at noon.",
        "The word is 平和. ‖ It means peace.",
    });
}

TEST_CASE("a line broken for its length goes on") {
    check({
        "The council voted late on Monday to close the old\nplant. ‖ Workers will be paid\nuntil "
        "June.",
        "Officials in the U.S.\nwere silent.",
    });
}
