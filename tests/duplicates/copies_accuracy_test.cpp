// How many copies are found, and how many of those that are joined are copies, where the shared
// corpora are present (LEDE_CORPORA). The set: some 6,000 open articles (releases of members of
// Congress, wiki news, travel advice that follows one plan, statements of the Federal Reserve that
// repeat the one before); one copy of each, 5, 10, 15, 20 or 30 % of its words changed, as it is,
// cut to 60 % or with the 80 words that one of forty sites adds to all it prints, under another
// headline; and 1,000 releases on forty forms, 40 % of the words the form's and the rest their own.
// All pairs in a group count, those among the articles too. Right are what was made of one article,
// and of two that are copies: 70 % of the shorter one's words stand in pairs of words that both
// have.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include "copy_maker.h"
#include "duplicates/duplicate_finder.h"
#include "reading/article_parser.h"
#include "reading/article_source.h"

using namespace lede;
using namespace lede::duplicates;
using test::CopyMaker;
using test::Words;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMost = 2000;    // articles of one file
constexpr std::size_t kOthers = 3000;  // that forms, and words that are put in, are taken from
constexpr std::size_t kSites = 40;
constexpr std::size_t kForms = 40;
constexpr std::size_t kReleases = 25;  // of one form

fs::path corpora() {
    const char* given = std::getenv("LEDE_CORPORA");
    return given != nullptr ? fs::path(given) : fs::path(LEDE_SOURCE_DIR) / "../shared/corpora";
}

std::vector<std::string> texts_of(const fs::path& path, const reading::ArticleParser& parser,
                                  std::size_t most) {
    std::vector<std::string> texts;
    reading::ArticleSource source({path.string()}, {});
    while (texts.size() < most) {
        const auto record = source.next();
        if (!record) break;
        texts.push_back(parser.parse(record->value()).value().text);
    }
    return texts;
}

// Of the words of the shorter text, the share that stands in pairs of words that both have.
double carried_over(const std::string& one, const std::string& other) {
    Words shorter = test::words_of(one);
    Words longer = test::words_of(other);
    if (shorter.size() > longer.size()) std::swap(shorter, longer);
    std::set<std::pair<std::string, std::string>> pairs;
    for (std::size_t i = 1; i < longer.size(); ++i) pairs.emplace(longer[i - 1], longer[i]);
    std::vector<bool> carried(shorter.size(), false);
    for (std::size_t i = 1; i < shorter.size(); ++i)
        if (pairs.contains({shorter[i - 1], shorter[i]})) carried[i - 1] = carried[i] = true;
    return static_cast<double>(std::count(carried.begin(), carried.end(), true)) /
           static_cast<double>(std::max<std::size_t>(shorter.size(), 1));
}

struct Count {
    int found = 0;
    int all = 0;
    double share() const { return static_cast<double>(found) / std::max(all, 1); }
};

class Archive {
  public:
    explicit Archive(const reading::ArticleParser& parser) : parser_(parser) {}

    // Whether the text is joined to the one that it was made of, or to what that one copies.
    bool add(std::string text, std::optional<std::uint32_t> made_of = std::nullopt) {
        reading::RawRecord record{.source = "set"};
        record.bytes = text;
        const std::uint32_t number = size();
        const auto match = finder_.add(fingerprint_of(parser_.parse(record).value()));
        texts_.push_back(std::move(text));
        const std::uint32_t source = made_of.value_or(number);
        groups_[match ? match->original : number].push_back(source);
        return match && are_copies(match->original, source);
    }
    // Of all pairs of one group; an article stands for what was made of it.
    Count pairs() const {
        Count count;
        for (const auto& [original, group] : groups_)
            for (std::size_t i = 0; i < group.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) {
                    count.found += are_copies(group[i], group[j]);
                    ++count.all;
                }
        return count;
    }
    const std::string& text(std::uint32_t number) const { return texts_[number]; }
    std::uint32_t size() const { return finder_.size(); }

  private:
    bool are_copies(std::uint32_t a, std::uint32_t b) const {
        return a == b || carried_over(texts_[a], texts_[b]) > 0.7;
    }

    const reading::ArticleParser& parser_;
    DuplicateFinder finder_;
    std::vector<std::string> texts_;
    std::map<std::uint32_t, std::vector<std::uint32_t>> groups_;  // by original
};

// Half of the form before what is the release's own, half behind.
std::string release_on(const Words& form, const Words& own) {
    const auto half = static_cast<std::ptrdiff_t>(form.size() / 2);
    Words words(form.begin(), form.begin() + half);
    words.insert(words.end(), own.begin(), own.end());
    words.insert(words.end(), form.begin() + half, form.end());
    return test::text_of(words);
}

void add_releases(const std::vector<std::string>& texts, Archive& archive) {
    std::size_t next = 0;
    for (std::size_t i = 0; i < kForms; ++i) {
        const Words form = test::words_of(texts.at(next++));
        for (std::size_t j = 0; j < kReleases; ++j) {
            Words own = test::words_of(texts.at(next++));
            while (own.size() * 2 < form.size() * 3) {
                const Words more = test::words_of(texts.at(next++));
                own.insert(own.end(), more.begin(), more.end());
            }
            own.resize(form.size() * 3 / 2);
            archive.add("Release\n\n" + release_on(form, own));
        }
    }
}

}  // namespace

TEST_CASE("copies in an archive of releases and news stay found, and other pairs apart") {
    const fs::path raw = corpora() / "raw";
    if (!fs::exists(raw)) {
        WARN("skipped: " << raw << " is not there");
        return;
    }
    const reading::ArticleParser parser({.identify_language = false});
    Archive archive(parser);
    for (const char* name : {"us_congress_press_recent", "us_senate_press_2004_2008",
                             "us_fomc_statements", "wikinews_2019_2020", "us_gsa_digital_news",
                             "au_travel_advice", "uk_travel_advice", "us_travel_advice"})
        for (std::string& text : texts_of(raw / (name + std::string(".jsonl.gz")), parser, kMost))
            archive.add("A headline\n\n" + std::move(text));
    const std::uint32_t articles = archive.size();
    const std::vector<std::string> others =
        texts_of(raw / "us_congress_press_2000_2019.jsonl.gz", parser, kOthers);
    add_releases(others, archive);

    Words pool;
    for (std::size_t i = kOthers - 400; i < kOthers; ++i)
        for (std::string& word : test::words_of(others.at(i)))
            if (word != "\n") pool.push_back(std::move(word));
    CopyMaker maker(std::move(pool), 5);
    std::vector<Words> sites;
    for (std::size_t i = 0; i < kSites; ++i) sites.push_back(maker.added(80));
    const double shares[] = {0.05, 0.10, 0.15, 0.20, 0.30};
    Count found[5][3];
    for (std::uint32_t i = 0; i < articles; ++i) {
        const std::string& text = archive.text(i);
        const std::size_t share = i % 5;
        const std::size_t kind = i / 5 % 3;
        Words words = maker.edited(test::words_of(text.substr(text.find('\n'))), shares[share]);
        if (kind == 1) words.resize(words.size() * 6 / 10);
        std::string copy = "Another line above it\n\n" + test::text_of(words);
        if (kind == 2) copy += "\n\n" + test::text_of(sites[maker.below(kSites)]);
        found[share][kind].found += archive.add(std::move(copy), i);
        ++found[share][kind].all;
    }
    for (std::size_t share = 0; share < 5; ++share)
        UNSCOPED_INFO(shares[share] << " changed: whole " << found[share][0].share() << ", cut "
                                    << found[share][1].share() << ", added to "
                                    << found[share][2].share());
    const Count pairs = archive.pairs();
    UNSCOPED_INFO(articles << " articles; pairs " << pairs.all << ", right " << pairs.found);
    CHECK(pairs.share() > 0.99);
    for (std::size_t share = 0; share < 3; ++share)
        for (const Count& count : found[share]) CHECK(count.share() > 0.97);
}
