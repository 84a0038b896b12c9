// Narrative: how a text that tells of other years carries its year, day and night along.
#include <catch2/catch.hpp>

#include <string>

#include "dates/date_reading.h"

using namespace lede;

namespace {

void check_lines(const test::DateReading& reading, std::initializer_list<std::string> lines) {
    for (const std::string& line : lines) CHECK(reading.mark_again(line) == line);
}

}  // namespace

TEST_CASE("a text that begins with a day of another year goes on in that year") {
    check_lines(
        test::DateReading({}, "2009-04-11"),
        {
            "On [12 March 1704|1704-03-12] the dukes met. [Ten days later|1704-03-22] their armies "
            "joined; by [the end of April|1704-04] they held the valley. The siege lasted until "
            "[the following January|1705-01]. [That spring|1705-SP] it was relieved.",
            "In [June 1815|1815-06] the army marched; on [Sunday, 18 June|1815-06-18]. By [7 "
            "p.m.|1815-06-18T19:00] the Guard was lost. The emperor gave up on [22 "
            "June|1815-06-22].",
            "In [November 1973|1973-11] students rose. [That August|1973-08] they had been calm.",
        });
}

TEST_CASE("nights, dawns and the ends of periods belong to the day and year told of last") {
    check_lines(
        test::DateReading({}, "2009-04-11"),
        {
            "The guns opened on [1 July 1916|1916-07-01]. [That night|1916-07-01TNI] the survivors "
            "withdrew, and at [dawn|1916-07-01TMO] it rained. By [the end of the month|1916-07] "
            "half had left. Fighting lasted until [November|1916-11].",
            "Talks began on [Monday, 28 October|1918-10-28]; on [Wednesday|1918-10-30] the ships "
            "refused to sail. By [4 November 1918|1918-11-04] the port was lost, and on [the "
            "9th|1918-11-09] all fled. In [1923|1923] it was sold, and in "
            "[1931|1931] razed.",
            "The wall was built in [the 1st century AD|00], after [44 BC|BC0044].",
        });
}

TEST_CASE("a history's today is its readers'") {
    const std::string text =
        "It was sacked in [586 BC|BC0586] and rebuilt [70 years later|BC0516]. In [1912|1912] and "
        "[1938|1938] it burned. [Today|PRESENT_REF] one wall stands.";
    CHECK(test::DateReading({}, "2009-04-11").mark_again(text) == text);
}

TEST_CASE("background in an article has its own year until the paragraph ends") {
    const test::DateReading reading({}, "2013-03-22");
    check_lines(
        reading,
        {
            "The talks resume on [Monday|2013-03-25]. He was held on [May 4, 1994|1994-05-04], "
            "and on [June 3|1994-06-03] freed.",
            "The rate fell in [February|2013-02], its lowest since [December 2008|2008-12]. "
            "[A year ago|2012] it rose.",
        });
}

TEST_CASE("a history has years of three digits, and its months pass the days before them") {
    check_lines(
        test::DateReading({}, "2012-08-01"),
        {
            "In [the 9th century|08] raiders came. In [865|0865] a great army landed; [the next "
            "year|0866] it took 300 ships. In [the winter of 878|0878-WI] the king hid, and in "
            "[886|0886] he won. In [1066|1066] all was lost.",
            "On [October 5, 1813|1813-10-05] the chief was killed. In [August of the following "
            "year|1814-08] the capital burned; [three weeks later|1814-W34] the harbour held out.",
            "On [the 5th of June 1914|1914-06-05] the boats sailed. By [the 20th|1914-06-20] they "
            "were in line. From [1786|1786] onwards trade grew.",
            "On [Monday|2012-07-30] a fault in 787 the company knew of was found.",
        });
}

TEST_CASE("a year opens a story, the twenties are those of its time") {
    const test::DateReading reading({}, "1990-05-05");
    for (const std::string text :
         {"[1866|1866] was a bad time. In [March|1866-03] the harbor burned, in [late "
          "May|1866-05] the mills.",
          "The mill was founded in [1904|1904] and sold in [1917|1917]. In [the early "
          "twenties|192] it failed.",
          "It closed in [1861|1861] and opened in [1862|1862]. In [the seventies|187] it grew.",
          "The canal of [1825|1825] paid well in [1840|1840]; in [the second half of the "
          "century|18] railways took its trade.",
          "1866 ships were built there."})
        CHECK(reading.mark_again(text) == text);
}
