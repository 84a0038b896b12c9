#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "search/guarded_file.h"
#include "search/index_reader.h"
#include "search/index_writer.h"
#include "support/temporary_folder.h"

using namespace lede;
using namespace lede::search;

namespace {

namespace fs = std::filesystem;

// The names of the files of an index, and what they hold.
std::map<std::string, std::string> files_of(const std::string& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        std::ifstream stream(entry.path(), std::ios::binary);
        files[entry.path().filename()] = {std::istreambuf_iterator<char>(stream), {}};
    }
    return files;
}

// Words at single blanks, one sentence, the first word a name. Titles and speakers come and go, so
// that the attributes of regions are first seen in different orders.
Document article(const std::string& id, const std::string& text, Layers layers) {
    Document document;
    document.article.id = id;
    document.article.text = text;
    if (id < "c") document.article.title = "Talks, " + id;
    if (id > "a") document.article.publication = "The Harbor Post";
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        document.tokens.push_back({make_span(begin, end)});
        begin = end + 1;
    }
    document.computed = layers;
    if (document.tokens.empty()) return document;
    const auto last = static_cast<std::uint32_t>(document.tokens.size());
    document.sentences.push_back({make_span(0, text.size()), 0, last});
    Mention mention;
    mention.place.span = document.tokens.front().span;
    document.mentions.push_back(mention);
    return document;
}

constexpr Layers kLayers{Layer::kSentences, Layer::kTokens, Layer::kEntities};

std::vector<Document> articles() {
    return {article("a", "Kim met Trump in Hanoi .", kLayers), article("b", "", kLayers),
            article("c", "Whitcombe spoke of Hanoi again .", kLayers),
            article("d", "Kim left .", kLayers), article("e", "", kLayers)};
}

// Adds articles [begin, end).
void add(const std::string& folder, std::size_t begin, std::size_t end, IndexOptions options = {}) {
    const std::vector<Document> all = articles();
    IndexWriter writer(folder, std::move(options));
    for (std::size_t i = begin; i < end; ++i) writer.add(all[i]);
    writer.commit();
}

void join(const std::string& folder, const std::vector<std::string>& others,
          IndexOptions options = {}) {
    IndexWriter writer(folder, std::move(options));
    for (const std::string& other : others) writer.join(other);
    writer.commit();
}

void merge(const std::string& folder) {
    IndexWriter writer(folder, {});
    writer.merge();
    writer.commit();
}

std::string section(const std::string& id, const std::string& tags) {
    return "<text id=\"" + id + "\">\n" + tags + "\nNo\tDET\ndeal\tNOUN\n</name></name></text>\n";
}

// What joining throws.
std::string refusal(const std::string& folder, const std::string& other) {
    IndexWriter writer(folder, {});
    try {
        writer.join(other);
    } catch (const IndexError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("joined indexes are the index of one run, byte for byte") {
    const test::TemporaryFolder folder;
    add(folder.file("whole"), 0, 5);
    const auto whole = files_of(folder.file("whole"));
    REQUIRE(whole.size() == 2);
    for (std::size_t cut = 0; cut <= 5; ++cut) {
        const std::string first = folder.file("first" + std::to_string(cut));
        const std::string second = folder.file("second" + std::to_string(cut));
        const std::string joined = folder.file("joined" + std::to_string(cut));
        add(first, 0, cut);
        add(second, cut, 5);
        join(joined, {first, second});
        CHECK(files_of(joined) == whole);
        merge(joined);
        CHECK(files_of(joined) == whole);
    }
}

TEST_CASE("segments are cut where one run cuts them, wherever the shares were cut") {
    const test::TemporaryFolder folder;
    const IndexOptions small{.segment_tokens = 7};
    add(folder.file("whole"), 0, 5, small);
    CHECK(IndexReader(folder.file("whole")).segments() == 2);
    add(folder.file("first"), 0, 1, small);
    add(folder.file("second"), 1, 5, small);
    join(folder.file("joined"), {folder.file("first"), folder.file("second")}, small);
    CHECK(files_of(folder.file("joined")) == files_of(folder.file("whole")));
}

TEST_CASE("a segment of many runs is that of one, byte for byte") {
    const test::TemporaryFolder folder;
    for (const std::uint32_t segment_tokens : {7U, 1000U}) {
        const std::string whole = folder.file("whole" + std::to_string(segment_tokens));
        add(whole, 0, 5, {.segment_tokens = segment_tokens});
        for (std::uint32_t run = 0; run < 20; ++run) {
            const std::string name = std::to_string(segment_tokens) + '-' + std::to_string(run);
            add(folder.file(name), 0, 5, {.segment_tokens = segment_tokens, .run_tokens = run});
            CHECK(files_of(folder.file(name)) == files_of(whole));
        }
    }
}

TEST_CASE("what is left when documents go is what was added without them") {
    const test::TemporaryFolder folder;
    const std::vector<Document> all = articles();
    for (const std::string gone : {"a", "b", "c", "d", "e"}) {
        const std::string rest = folder.file("rest" + gone),
                          all_of_them = folder.file("all" + gone);
        {
            IndexWriter writer(rest, {});
            for (const Document& document : all)
                if (document.article.id != gone) writer.add(document);
            writer.commit();
        }
        add(all_of_them, 0, 5);
        {
            IndexWriter writer(all_of_them, {});
            CHECK(writer.remove({gone}) == 1);
            writer.commit();
        }
        CHECK(files_of(all_of_them).at("000002.seg") == files_of(rest).at("000001.seg"));
    }
}

TEST_CASE("a merge of what was added bit by bit makes the segment of one run") {
    const test::TemporaryFolder folder;
    add(folder.file("whole"), 0, 5);
    for (std::size_t i = 0; i < 5; ++i) add(folder.file("bits"), i, i + 1);
    merge(folder.file("bits"));
    // The name is another: that of a file which readers may have open is not used again.
    CHECK(files_of(folder.file("bits")).at("000006.seg") ==
          files_of(folder.file("whole")).at("000001.seg"));
}

TEST_CASE("an index that is joined loses the attributes that are not asked for") {
    const test::TemporaryFolder folder;
    add(folder.file("all"), 0, 5);
    add(folder.file("few"), 0, 5, {.attributes = {"shape"}});
    join(folder.file("joined"), {folder.file("all")}, {.attributes = {"shape"}});
    CHECK(files_of(folder.file("joined")) == files_of(folder.file("few")));
}

TEST_CASE("joined vertical text is that of one run, too") {
    const test::TemporaryFolder folder;
    const std::vector<std::string> sections = {section("a", "<name kind=\"x\">\n<name of=\"y\">"),
                                               section("b", "<name of=\"z\" kind=\"w\">\n<name>")};
    for (const std::string name : {"whole", "first", "second"}) {
        IndexWriter writer(folder.file(name), {});
        if (name != "second") writer.add_vrt(sections[0], "a");
        if (name != "first") writer.add_vrt(sections[1], "b");
        writer.commit();
    }
    {
        IndexWriter writer(folder.file("runs"), {.run_tokens = 1});
        writer.add_vrt(sections[0], "a");
        writer.add_vrt(sections[1], "b");
        writer.commit();
    }
    CHECK(files_of(folder.file("runs")) == files_of(folder.file("whole")));
    join(folder.file("joined"), {folder.file("first"), folder.file("second")});
    CHECK(files_of(folder.file("joined")) == files_of(folder.file("whole")));
}

TEST_CASE("indexes whose documents differ in kind are not joined") {
    const test::TemporaryFolder folder;
    add(folder.file("articles"), 0, 1);
    {
        IndexWriter bare(folder.file("bare"), {});
        bare.add(article("a", "Kim left .", {Layer::kSentences, Layer::kTokens}));
        bare.commit();
        IndexWriter words(folder.file("words"), {.attributes = {"word"}});
        words.add(article("a", "Kim left .", kLayers));
        words.commit();
        IndexWriter vrt(folder.file("vrt"), {});
        vrt.add_vrt(section("a", ""), "a");
        vrt.commit();
    }
    const auto before = files_of(folder.file("articles"));
    const std::string articles = folder.file("articles");
    CHECK(refusal(articles, folder.file("bare")).find("has no entities") != std::string::npos);
    CHECK(refusal(articles, folder.file("words")).find("has no lower") != std::string::npos);
    CHECK(refusal(articles, folder.file("vrt")).find("vertical text") != std::string::npos);
    CHECK(refusal(articles, articles).find("is the index") != std::string::npos);
    CHECK(refusal(articles, folder.file("none")).find("is no index") != std::string::npos);
    CHECK(files_of(articles) == before);
}
