// Copies of articles, as wires and websites make them: which are found, and what is not taken for
// one. Articles are made of words drawn by a fixed generator, so that their numbers can be large.
#include "duplicates/duplicate_finder.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <set>

#include "support/samples.h"

using namespace lede;
using namespace lede::duplicates;

namespace {

using Words = std::vector<std::string>;

// Words with the frequencies of a language: few are frequent, most are rare (Zipf).
class Writer {
  public:
    explicit Writer(std::uint32_t seed) : random_(seed) {}

    std::string word() {
        const double rank = std::pow(30'000.0, uniform_(random_));
        return "w" + std::to_string(static_cast<int>(rank));
    }
    Words article(std::size_t words) {
        Words all;
        while (all.size() < words) all.push_back(word());
        return all;
    }
    // A share of the words replaced, dropped or doubled, a third each.
    Words edited(const Words& words, double share) {
        Words all;
        for (const std::string& old : words) {
            if (uniform_(random_) >= share) {
                all.push_back(old);
                continue;
            }
            const double kind = uniform_(random_);
            if (kind < 1.0 / 3) continue;
            all.push_back(word());
            if (kind > 2.0 / 3) all.push_back(old);
        }
        return all;
    }
    double uniform() { return uniform_(random_); }

  private:
    std::mt19937 random_;
    std::uniform_real_distribution<double> uniform_{0, 1};
};

Article article_of(const Words& words) {
    std::string text;
    for (const std::string& word : words) text += word + ' ';
    return test::article_of(text);
}

Fingerprint print_of(const Words& words) { return fingerprint_of(article_of(words)); }

}  // namespace

TEST_CASE("case, marks and headlines are not what an article says") {
    Article one = test::article_of("“We will not move,” the mayor of Ash Bay said on Tuesday.");
    Article two = test::article_of("\"WE WILL NOT MOVE\", the Mayor of Ash-Bay said on Tuesday");
    CHECK(fingerprint_of(one).exact == fingerprint_of(two).exact);
    CHECK(likeness(fingerprint_of(one), fingerprint_of(two)).words == 1);
    const std::string headline = "A headline of its own\n\n";
    two.text = headline + one.text;
    const auto begin = static_cast<std::uint32_t>(headline.size());
    two.blocks = {{.span = {0, begin - 2}, .kind = BlockKind::kTitle},
                  {.span = {begin, static_cast<std::uint32_t>(two.text.size())}}};
    CHECK(fingerprint_of(one) == fingerprint_of(two));
}

TEST_CASE("articles without words copy nothing") {
    DuplicateFinder finder;
    for (const char* text : {"", "…", "—\n\n—"})
        CHECK_FALSE(finder.add(fingerprint_of(test::article_of(text))));
    CHECK(finder.size() == 3);
}

TEST_CASE("short texts are compared as a whole") {
    DuplicateFinder finder;
    CHECK_FALSE(finder.add(print_of({"river", "closed"})));
    CHECK_FALSE(finder.add(print_of({"river", "open"})));
    const auto match = finder.add(print_of({"River", "closed"}));
    REQUIRE(match);
    CHECK(match->original == 0);
    CHECK(match->exact);
}

TEST_CASE("a copy belongs to the original, not to another copy") {
    Writer writer(3);
    const Words original = writer.article(400);
    DuplicateFinder finder;
    CHECK_FALSE(finder.add(print_of(original)));
    CHECK_FALSE(finder.add(print_of(writer.article(400))));
    for (int i = 0; i < 5; ++i) {
        const auto match = finder.add(print_of(writer.edited(original, 0.05)));
        REQUIRE(match);
        CHECK(match->original == 0);
        CHECK(match->similarity > 0.9);
        CHECK_FALSE(match->exact);
    }
}

TEST_CASE("copies with up to 15 % of the words changed are found, and nothing else is") {
    Writer writer(7);
    DuplicateFinder finder;
    std::vector<Words> originals;
    for (int i = 0; i < 1500; ++i) {
        originals.push_back(writer.article(150 + static_cast<std::size_t>(700 * writer.uniform())));
        CHECK_FALSE(finder.add(print_of(originals.back())));
    }
    int right = 0;
    int wrong = 0;
    int copies = 0;
    for (std::uint32_t i = 0; i < originals.size(); ++i) {
        Words copy = writer.edited(originals[i], 0.15 * writer.uniform());
        const double kind = writer.uniform();
        if (kind < 0.33) copy.resize(copy.size() * 6 / 10);  // cut short
        const Words added = writer.article(60);
        if (kind > 0.66) copy.insert(copy.end(), added.begin(), added.end());
        ++copies;
        if (const auto match = finder.add(print_of(copy))) ++(match->original == i ? right : wrong);
    }
    for (int i = 0; i < 1500; ++i)
        if (finder.add(print_of(writer.article(500)))) ++wrong;
    INFO("right " << right << ", wrong " << wrong << " of " << copies);
    CHECK(right >= copies * 97 / 100);
    CHECK(right >= (right + wrong) * 99 / 100);
}

TEST_CASE("releases on one form are not copies of each other") {
    Writer writer(13);
    DuplicateFinder finder;
    for (int form = 0; form < 20; ++form) {
        const Words head = writer.article(40 + static_cast<std::size_t>(80 * writer.uniform()));
        const Words foot = writer.article(head.size());
        for (int i = 0; i < 20; ++i) {
            Words release = head;  // 40 % of its words are the form's
            const Words own = writer.article(head.size() * 3);
            release.insert(release.end(), own.begin(), own.end());
            release.insert(release.end(), foot.begin(), foot.end());
            CHECK_FALSE(finder.add(print_of(release)));
        }
    }
}

TEST_CASE("the share of common words is near what counting them gives") {
    Writer writer(17);
    for (const std::size_t size : {20, 150, 600, 3000}) {
        const Words one = writer.article(size);
        for (const double cut : {1.0, 0.6}) {
            Words other = writer.edited(one, 0.2);
            other.resize(static_cast<std::size_t>(static_cast<double>(other.size()) * cut));
            const std::set<std::string> a(one.begin(), one.end());
            const std::set<std::string> b(other.begin(), other.end());
            std::size_t common = 0;
            for (const std::string& word : b) common += a.contains(word);
            const double share =
                static_cast<double>(common) / static_cast<double>(std::min(a.size(), b.size()));
            INFO(size << " words, cut to " << cut);
            CHECK(likeness(print_of(one), print_of(other)).words == Approx(share).margin(0.1));
            CHECK(likeness(print_of(other), print_of(one)).words == Approx(share).margin(0.1));
        }
    }
}

TEST_CASE("memory is below 1 KB for each article") {
    Writer writer(11);
    DuplicateFinder finder;
    for (std::size_t i = 1; i <= 20'000; ++i) {
        Fingerprint print;
        for (std::uint16_t& row : print.rows)
            row = static_cast<std::uint16_t>(writer.uniform() * 65536);
        print.triples = 300;
        print.exact = i;
        finder.add(print);
        if (i > 1000 && i % 1000 == 0) CHECK(finder.memory_bytes() / i < 1024);
    }
}
