// How well articles are told from their pages: the measure of the article extraction benchmark
// (shingles of four words) over its development pages, where they are present.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

#include "reading/json_record.h"
#include "reading_files.h"
#include "text/unicode.h"
#include "text/utf8.h"

using namespace lede;

namespace {

using Words = std::vector<std::string>;
using Shingles = std::map<Words, int>;

Words words_of(std::string_view text) {
    Words words;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        const bool is_word = unicode::is_alphanumeric(next.code_point) || next.code_point == '_';
        if (is_word && !inside) words.emplace_back();
        if (is_word) words.back() += text.substr(at, next.size);
        inside = is_word;
        at += next.size;
    }
    return words;
}

Shingles shingles_of(const Words& words) {
    Shingles shingles;
    if (words.empty()) return shingles;
    const std::size_t count = words.size() < 4 ? 1 : words.size() - 3;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t end = std::min(i + 4, words.size());
        ++shingles[Words(words.begin() + static_cast<std::ptrdiff_t>(i),
                         words.begin() + static_cast<std::ptrdiff_t>(end))];
    }
    return shingles;
}

int size_of(const Shingles& shingles) {
    int size = 0;
    for (const auto& [words, count] : shingles) size += count;
    return size;
}

std::string body_of(const Article& article) {
    std::string body;
    for (const Block& block : article.blocks)
        if (block.kind == BlockKind::kParagraph || block.kind == BlockKind::kHeading ||
            block.kind == BlockKind::kList || block.kind == BlockKind::kBlockquote ||
            block.kind == BlockKind::kDateline)
            body += std::string(block.span.of(article.text)) + '\n';
    return body;
}

struct Tally {
    double precision = 0, recall = 0;
    int pages = 0, exact = 0;

    void add(const std::string& gold, const std::string& found) {
        const Words gold_words = words_of(gold), found_words = words_of(found);
        const Shingles a = shingles_of(gold_words), b = shingles_of(found_words);
        int hits = 0;
        for (const auto& [shingle, count] : a)
            if (const auto other = b.find(shingle); other != b.end())
                hits += std::min(count, other->second);
        ++pages;
        exact += gold_words == found_words;
        if (!b.empty()) precision += double(hits) / size_of(b);
        if (!a.empty()) recall += double(hits) / size_of(a);
    }

    double f1() const { return 2 * precision * recall / (precision + recall) / pages; }
};

}  // namespace

TEST_CASE("article bodies of the development pages are found") {
    const char* const root = std::getenv("LEDE_CORPORA");
    const std::string folder =
        (root ? root : std::string(LEDE_SOURCE_DIR) + "/../shared/corpora") + "/articles";
    std::ifstream file(folder + "/ground-truth-dev.json", std::ios::binary);
    if (!file) {
        WARN("the corpora are not here");
        return;
    }
    std::string truth(std::istreambuf_iterator<char>(file), {});
    const auto gold = reading::parse_json_record(truth);
    REQUIRE(gold.ok());
    const auto read = test::read_files({folder + "/html"});
    REQUIRE(read.errors.empty());
    Tally tally;
    for (const Article& article : read.articles) {
        const std::string id = article.id.substr(0, article.id.find('.'));
        const auto at = std::ranges::find(gold.value().names, id);
        REQUIRE(at != gold.value().names.end());
        std::string entry(
            gold.value().pieces[static_cast<std::size_t>(at - gold.value().names.begin())]);
        const auto fields = reading::parse_json_record(entry);
        REQUIRE(fields.ok());
        const auto body = std::ranges::find(fields.value().names, "articleBody");
        tally.add(*reading::string_in(fields.value().pieces[static_cast<std::size_t>(
                      body - fields.value().names.begin())]),
                  body_of(article));
    }
    REQUIRE(tally.pages == 97);
    INFO("F1 " << tally.f1() << ", exact " << tally.exact);
    REQUIRE(tally.f1() >= 0.965);
    REQUIRE(tally.exact >= 39);
}
