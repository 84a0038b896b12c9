// Shares of the input: contiguous, and together the whole.
#include "reading/input_share.h"

#include <catch2/catch.hpp>

#include "reading/article_source.h"
#include "support/temporary_folder.h"
#include "writing/packer.h"

using namespace lede;
using reading::ArticleSource;
using Strings = std::vector<std::string>;

namespace {

Strings read_share(const std::vector<std::string>& paths, std::uint64_t number, std::uint64_t of) {
    ArticleSource source(paths, {.share = {number, of}});
    Strings all;
    while (auto next = source.next())
        all.push_back(*next ? next->value().source + '#' + next->value().path_id + '=' +
                                  next->value().bytes
                            : next->error().source + '!' + next->error().what);
    return all;
}

void check_shares(const std::vector<std::string>& paths) {
    const Strings whole = read_share(paths, 1, 1);
    REQUIRE_FALSE(whole.empty());
    for (std::uint64_t of = 1; of <= 25; ++of) {
        INFO("of " << of);
        Strings together;
        for (std::uint64_t number = 1; number <= of; ++number) {
            const Strings share = read_share(paths, number, of);
            together.insert(together.end(), share.begin(), share.end());
        }
        REQUIRE(together == whole);
    }
}

std::string packed(const std::string& bytes) {
    const auto packer = writing::make_packer("a.gz");
    std::string out;
    packer->pack(bytes, out);
    packer->finish(out);
    return out;
}

std::string lines(int count) {
    std::string all;
    for (int i = 0; i < count; ++i)
        all += "{\"text\":\"The council met on day " + std::to_string(i) + ".\"}\n";
    return all;
}

}  // namespace

TEST_CASE("shares of one file follow each other without gap or overlap") {
    const test::TemporaryFolder folder;
    folder.write("news.jsonl", lines(40) + "{broken\n" + lines(3));
    check_shares({folder.path() + "/news.jsonl"});
}

TEST_CASE("shares of files of every kind follow each other without gap or overlap") {
    const test::TemporaryFolder folder;
    folder.write("a/1.txt", "One council met.");
    folder.write("a/2.txt", "");
    folder.write("a/3.jsonl", lines(12));
    folder.write("b/4.jsonl.gz", packed(lines(30)));
    folder.write("b/5.csv",
                 "id,text\n1,The first met.\n2,\"The second\nmet.\"\n3,The third met.\n");
    folder.write("b/6.jsonl.gz", packed(lines(5)).substr(0, 40));
    folder.write("c/7.txt", std::string(500, 'x'));
    folder.write("c/8.txt", "");
    check_shares({folder.path(), folder.path() + "/absent.txt"});
}

TEST_CASE("shares are about equal") {
    const test::TemporaryFolder folder;
    folder.write("news.jsonl", lines(1000));
    for (std::uint64_t number = 1; number <= 4; ++number) {
        const std::size_t size = read_share({folder.path()}, number, 4).size();
        CHECK(size >= 245);
        CHECK(size <= 255);
    }
}
