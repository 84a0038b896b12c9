#include "sizes.h"

#include <catch2/catch.hpp>

#include "message.h"
#include "options.h"
#include "progress.h"

using namespace lede;
using namespace lede::tools;

TEST_CASE("sizes are bytes, or powers of 1024") {
    CHECK(parse_size("--max-article", "1000") == 1000);
    CHECK(parse_size("--max-article", "16M") == 16U << 20);
    CHECK(parse_size("--max-article", "2k") == 2048);
    for (const char* wrong : {"", "M", "-1", "16Q", "1.5M", "99999999999G"})
        CHECK_THROWS_AS(parse_size("--max-article", wrong), UsageError);
}

TEST_CASE("an allowance is a number or a share") {
    const Allowance three = parse_allowance("--max-bad", "3");
    CHECK(three.covers(3, 1000));
    CHECK_FALSE(three.covers(4, 1000));
    const Allowance percent = parse_allowance("--max-bad", "0.5%");
    CHECK(percent.covers(5, 1000));
    CHECK_FALSE(percent.covers(6, 1000));
    for (const char* wrong : {"", "%", "101%", "-1%", "many"})
        CHECK_THROWS_AS(parse_allowance("--max-bad", wrong), UsageError);
}

TEST_CASE("a share lies between 0 and 1") {
    CHECK(parse_share("--min-confidence", "0.5") == 0.5);
    for (const char* wrong : {"", "2", "-0.1", "nan", "half"})
        CHECK_THROWS_AS(parse_share("--min-confidence", wrong), UsageError);
}

TEST_CASE("messages show control characters and broken bytes as escapes") {
    CHECK(escape_controls("Müller\x1b[31m\n\xff") == "Müller\\x1b[31m\\x0a\\xff");
    CHECK(escape_controls("a\u202Eb") == "a\\xe2\\x80\\xaeb");
}

TEST_CASE("the progress line tells rate, skipped articles and what is left") {
    using pipeline::Count;
    pipeline::RunCounts done;
    done[Count::kArticles] = 1200;
    done[Count::kSkipped] = 3;
    done[Count::kInputBytes] = 4'000'000;
    CHECK(progress_line(done, 16'000'000, 2) ==
          "1200 articles, 4.0 MB, 2.0 MB/s, 3 skipped, 25%, 6 s left");
    pipeline::RunCounts one;
    one[Count::kArticles] = 1;
    one[Count::kInputBytes] = 1'000'000;
    CHECK(progress_line(one, 0, 1) == "1 articles, 1.0 MB, 1.0 MB/s");
}
