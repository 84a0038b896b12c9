// Where sentences of news text end: a second set of cases of our own, mixed as news mixes them.
#include <catch2/catch.hpp>

#include "tokens/cases.h"

using namespace lede::test;

TEST_CASE("news text as it comes") {
    for (const char* const marked : {
             "OSLO, Norway (AP) — Ministers from nine states met here Tuesday. ‖ No deal was "
             "signed.",
             "LONDON (Reuters) - The pound fell to $1.21 on Monday. ‖ Gilts rose.",
             "SEOUL — The two sides agreed to talk again on Sept. 4. ‖ No venue was named.",
             "JUNEAU, Alaska (KTUU) -- Gov. Lena Ortiz signed the bill at 2 p.m. Friday. ‖ It "
             "takes effect Jan. 1.",
             "GENEVA, Dec. 3 (Xinhua) -- Some 40 envoys attended. ‖ Talks resume Monday.",
             "A ferry leaves Split harbor on Sunday. ‖ © Marko Lin/Adria Press",
             "Farmers block a road near Lyon on May 3. ‖ (Photo by Ana Ruiz/Getty Images) ‖ The "
             "protests go on.",
             "Firefighters at the scene in Reno, Nev., on Monday. ‖ (Lee Cho / Sierra News via AP)",
             "“We lost everything,” she said. ‖ “The house is gone.” ‖ She wept.",
             "“They came at night.” ‖ He paused. ‖ “Nobody was armed.”",
             "\"Is this the end?\" she asked. ‖ \"No,\" he said. ‖ \"It is not.\"",
             "“We will appeal!” the lawyer shouted. ‖ Reporters ran after her.",
             "He called it “a grave error.” ‖ The ministry did not reply.",
             "The judge said, “You will go to prison.” ‖ The courtroom fell silent.",
             "“I said, ‘Leave now.’ ‖ He left,” she told the court.",
             "“Did he say ‘I did it’?” the prosecutor asked. ‖ The witness nodded.",
             "The U.S. President landed in Tokyo. ‖ He left the U.S. on Monday.",
             "He was born in the U.S. ‖ His parents were not.",
             "She has lived in the U.K. ‖ Since 2010 she has worked in Leeds.",
             "The U.S. Army and the U.N. Security Council declined to comment. ‖ Both are silent.",
             "Troops will leave the U.S. Embassy. ‖ Diplomats will stay in the U.A.E. ‖ They have "
             "no choice.",
             "The plan would cost the U.S. $3 billion. ‖ Congress balked.",
             "The shop opens at 9 a.m. and closes at 5 p.m. on weekdays. ‖ It is shut on Sundays.",
             "The blast was heard at 4:15 a.m. ‖ Police arrived at 4:30 a.m. ‖ No one was hurt.",
             "Polls close at 8 p.m. Eastern. ‖ Results are due by 11 p.m. Wednesday.",
             "She will speak at 6 p.m. ‖ Doors open at 5.",
             "J.K. Moreau wrote the script. ‖ R. L. Stone directed.",
             "Harry S. Dunn Jr. won. ‖ His father, Harry S. Dunn Sr., lost in 1988.",
             "The shooter, identified as Dale P. Kern, 34, surrendered. ‖ His lawyer, A. J. Wu, "
             "had no comment.",
             "He studied under Dr. F. W. Lang. ‖ Prof. Lang died in 2003.",
             "“I don’t know … maybe,” he said. ‖ Then he hung up.",
             "The list is long... ‖ Nobody has read it.",
             "“We waited … and waited. ‖ Nothing came,” she said.",
             "He trailed off. . . . ‖ She did not.",
             "The report said “the board … failed to act.” ‖ Its members resigned.",
             "We won the cup! 🏆🎉 ‖ See you next year!",
             "So sad today 😢 ‖ Rest in peace.",
             "The sign read 出口. ‖ It means exit.",
             "President Владимир Зорин spoke in Минск. ‖ He took no questions.",
             "The daily Süddeutsche Zeitung reported the deal. ‖ Müller AG did not comment.",
             "Acme Inc. said Monday it would cut 300 jobs. ‖ Shares of Acme Inc. fell. ‖ Rival "
             "Bolt Corp. rose.",
             "He works for Stark Bros. ‖ She works for Lane & Co. ‖ They met in 2012.",
             "The rule (see Sec. 4, para. 2) is void. ‖ A new one is due.",
             "It is the No. 1 seller. ‖ When asked if he would quit, he said no. ‖ He smiled.",
             "Reps. Ann Holt, D-Mass., and Joe Kim, R-Ga., co-wrote the bill. ‖ It failed.",
             "Lt. Gov. Bo Reed and Maj. Gen. T. Cole met. ‖ Col. Ash was absent.",
             "The court ruled in Baker v. State. ‖ In re Lopez is pending.",
             "Three demands were made: 1. Free the hostages. ‖ 2. Pay the fine. ‖ 3. Leave the "
             "town.",
             "The panel wants a) more money and b) more staff. ‖ It got neither.",
             "The firm (founded in 1910 by J. Barr Sr.) is broke. ‖ (Its owner is not.) ‖ "
             "Creditors met on Friday.",
             "She sang “Who Are You?” and “Help!” at the show. ‖ Fans danced.",
             "Yahoo! shares fell 3 percent. ‖ Investors shrugged.",
             "Temperatures fell to 3.5 degrees. ‖ Winds hit 90 m.p.h. ‖ Schools closed.",
             "He ran the mile in 3 min. 58 sec. on Saturday. ‖ It was a record.",
             "The vote was 52-48. ‖ Sen. Cole abstained. ‖ So did Sen. Ruiz.",
             "The suspect — a man in his 40s — fled. ‖ Why? ‖ Police do not know.",
             "What now? ‖ Officials won’t say!",
             "Visit example.com/votes for more. ‖ Write to desk@example.org.",
             "The price rose by 5 pct. ‖ Sales were flat vs. a year ago.",
             "Washington, D.C. is hot. ‖ He moved to Washington, D.C. ‖ His wife stayed.",
             "The ship was built in Newport News, Va. ‖ It sank in 1943.",
             "He holds a Ph.D. in law and an M.B.A. ‖ Critics doubt both.",
             "“Stop!” ‖ “Why should I?” ‖ “Because I said so.”",
             "The mayor tweeted: “Thank you, Troy! ‖ You were great.” ‖ It got 3,000 likes.",
             "Shelling began at 3 a.m. ‖ Residents fled. ‖ It stopped at 5 a.m. Sunday.",
             "The debate starts at 8 p.m. Eastern on Thursday. ‖ Moderators were named.",
             "The U.N. Human Rights Council met. ‖ The U.N. World Food Program warned of famine.",
             "Steps: 1. Mix. ‖ 2. Bake.",
             "She finished in 2:14:05. ‖ Gov. Hale handed her the medal.",
             "What a night 🎉🎉 ‖ They did it again.",
         })
        CHECK(with_sentences(text_of_case(marked)) == marked);
}
