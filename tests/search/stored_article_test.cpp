#include "search/stored_article.h"

#include <catch2/catch.hpp>
#include <random>

#include "reading/record_layers.h"
#include "search/index_gate.h"
#include "search/index_reader.h"
#include "search/index_writer.h"
#include "search/postings.h"
#include "search/query_parser.h"
#include "support/temporary_folder.h"

using namespace lede;
using namespace lede::search;

namespace {

// Tokens by the bars of "Kim| won|’t| go|.", the blanks before them apart.
Document article(const std::string& id, const std::string& barred) {
    Document document;
    document.article.id = id;
    std::string& text = document.article.text;
    std::size_t begin = 0;
    const auto end_token = [&] {
        while (begin < text.size() && text[begin] == ' ') ++begin;
        document.tokens.push_back({make_span(begin, text.size())});
        begin = text.size();
    };
    for (const char c : barred) {
        if (c == '|')
            end_token();
        else
            text += c;
    }
    end_token();
    const auto count = static_cast<std::uint32_t>(document.tokens.size());
    document.sentences.push_back({make_span(0, text.size()), 0, count, 0});
    document.article.blocks.push_back({make_span(0, text.size()), BlockKind::kParagraph});
    document.computed = {Layer::kBlocks, Layer::kSentences, Layer::kTokens};
    return document;
}

}  // namespace

TEST_CASE("postings give back the places of every value, frequent and rare") {
    std::mt19937 random(3);
    std::vector<std::uint32_t> ids;
    for (int i = 0; i < 20000; ++i)
        ids.push_back(
            static_cast<std::uint32_t>(random() % 100 < 90 ? random() % 3 : random() % 900));
    ids.insert(ids.end(), 30000, 900);  // one that stands at the end only
    const auto packed = [](const std::vector<std::uint32_t>& numbers) {
        PackedNumbers row(32);
        for (const std::uint32_t number : numbers) row.add(number);
        return row;
    };
    const PostingsBytes made = make_postings(packed(ids).view(), 902);
    PackedNumbers counts = packed(made.counts), places = packed(made.offsets);
    const Postings postings({counts.view(), places.view(), made.bytes.data(),
                             made.bytes.size() - kPackedPadding, 50000},
                            nullptr);
    std::vector<std::vector<std::uint32_t>> expected(902);
    for (std::uint32_t i = 0; i < ids.size(); ++i) expected[ids[i]].push_back(i);
    for (std::uint32_t value = 0; value < 902; ++value) {
        std::vector<std::uint32_t> found;
        postings.append(value, found);
        REQUIRE(found == expected[value]);
    }
    std::vector<std::uint32_t> first;
    postings.append(0, first, 5);
    CHECK(first == std::vector(expected[0].begin(), expected[0].begin() + 5));
}

TEST_CASE("an article comes back from the index as the record it was") {
    const test::TemporaryFolder folder;
    Document before = article("a", "Kim| said| he| wo|n't| go|.");
    before.tokens[4].joined = true;
    before.article.published = "2019-02-20";
    before.article.meta.emplace_back("desk", "\"Asia & <world>\"");
    before.mentions.push_back({.place = {.span = make_span(0, 3), .sentence = 0}});
    before.computed.add(Layer::kEntities);
    {
        IndexWriter writer(folder.path(), {});
        writer.add(before);
        writer.add(article("b", "No| deal|."));
        writer.merge();
        writer.commit();
    }
    const IndexReader index(folder.path());
    StoredArticles articles(index.segment(0));
    const std::string record = articles.record(0).bytes;
    CHECK(record.find("\"meta\":{\"desk\":\"Asia & <world>\"}") != std::string::npos);
    const Result<Document> after = reading::read_record(record, before.article);
    REQUIRE(after);
    CHECK(after.value().tokens == before.tokens);
    CHECK(after.value().sentences[0].span == before.sentences[0].span);
    REQUIRE(after.value().mentions.size() == 1);
    CHECK(after.value().mentions[0].place.span == make_span(0, 3));
    CHECK(articles.record(1).bytes.find("\"text\":\"No deal.\"") != std::string::npos);
}

TEST_CASE("vertical text comes back with its tags and columns") {
    const test::TemporaryFolder folder;
    const std::string section =
        "<text id=\"a\">\n<s n=\"1 &amp; "
        "2\">\nKim\tNNP\nleft\tVBD\n</s>\n<s>\n&lt;\tSYM\n</s>\n</text>\n";
    {
        IndexWriter writer(folder.path(), {.attributes = {"pos"}, .vrt_columns = {"word", "pos"}});
        writer.add_vrt(section, "a");
        writer.commit();
    }
    const IndexReader index(folder.path());
    CHECK(StoredArticles(index.segment(0)).record(0).bytes ==
          "<!-- #vrt positional-attributes: word pos -->\n" + section);
}

TEST_CASE("the words of an index rule documents out, also where tokens cut a word") {
    const test::TemporaryFolder folder;
    {
        IndexWriter writer(folder.path(), {});
        writer.add(article("a", "Kim| ca|nnot| go|."));
        writer.add(article("b", "No| deal|."));
        writer.add(article("c", "Embargoes| hold|."));
        writer.commit();
    }
    const IndexReader index(folder.path());
    const auto may_match = [&](std::string_view query) {
        const LiteralGate gate(std::get<Query>(parse_bag(query, {})));
        std::string ids;
        const std::vector<bool> marked = documents_that_may_match(gate, index.segment(0));
        for (std::uint32_t i = 0; i < marked.size(); ++i)
            if (marked[i]) ids += index.segment(0).document_id(i);
        return ids;
    };
    CHECK(may_match("cannot") == "a");
    CHECK(may_match("embargo*") == "c");
    CHECK(may_match("deal OR hold") == "bc");
    CHECK(may_match("/x/") == "abc");
    CHECK(may_match("Seoul").empty());
}
