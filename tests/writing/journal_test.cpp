#include "writing/journal.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/temporary_folder.h"
#include "writing/output.h"

using namespace lede;
using namespace lede::writing;
using pipeline::Count;

namespace {

struct File {
    test::TemporaryFolder folder;
    std::string path = folder.file("journal.jsonl");
    std::string content() const {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    void append(const std::string& bytes) const { std::ofstream(path, std::ios::app) << bytes; }
};

PartEntry entry(std::uint64_t part) {
    PartEntry entry{.part = part};
    entry.counts[Count::kRecords] = 3;
    entry.counts[Count::kArticles] = 2;
    entry.counts[Count::kCitations] = 7;
    entry.errors = {{"corpus/a.jsonl", 17, 52310, "\"text\" is not a string"}};
    return entry;
}

const std::vector<std::string> kRun = {"--layers", "all", "corpus/"};

}  // namespace

TEST_CASE("a journal is read back as it was written") {
    const File file;
    {
        Journal journal(file.path, kRun);
        CHECK(journal.parts().empty());
        journal.add(entry(0));
        journal.add(entry(1));
    }
    const Journal again(file.path, kRun);
    REQUIRE(again.parts().size() == 2);
    CHECK_FALSE(again.is_finished());
    const PartEntry& read = again.parts()[1];
    CHECK(read.part == 1);
    CHECK(read.counts == entry(1).counts);
    REQUIRE(read.errors.size() == 1);
    CHECK(read.errors[0].source == "corpus/a.jsonl");
    CHECK(read.errors[0].record == 17);
    CHECK(read.errors[0].position == 52310);
    CHECK(read.errors[0].what == "\"text\" is not a string");
}

TEST_CASE("a line that a crash cut off was not done") {
    const File file;
    {
        Journal journal(file.path, kRun);
        journal.add(entry(0));
    }
    const std::string whole = file.content();
    const std::string line = line_of(entry(1));
    for (std::size_t size = 0; size < line.size(); ++size) {
        { std::ofstream(file.path) << whole + line.substr(0, size); }
        const Journal journal(file.path, kRun);
        CHECK(journal.parts().size() == 1);
        CHECK(file.content() == whole);
    }
    { std::ofstream(file.path) << whole.substr(0, 20); }
    CHECK(Journal(file.path, kRun).parts().empty());
}

TEST_CASE("a finished journal says so, once") {
    const File file;
    {
        Journal journal(file.path, kRun);
        journal.finish();
        journal.finish();
    }
    CHECK(Journal(file.path, kRun).is_finished());
    CHECK(file.content().find("{\"end\":true}\n") == file.content().rfind("{\"end\":true}\n"));
}

TEST_CASE("a journal of another run, or a broken one, is refused") {
    const File file;
    { Journal(file.path, kRun).add(entry(0)); }
    const auto open = [&](const std::vector<std::string>& run) { Journal(file.path, run); };
    CHECK_THROWS_WITH(open({"corpus/"}), Catch::Contains("another run"));
    file.append("{\"part\":5,\"counts\":{},\"errors\":[]}\n");
    CHECK_THROWS_WITH(open(kRun), Catch::Contains("is broken"));
    CHECK_THROWS_AS(Journal("/nonexistent/journal.jsonl", kRun), OutputError);
}
