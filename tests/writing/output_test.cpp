#include "writing/output.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/temporary_folder.h"

using namespace lede;
using namespace lede::writing;
namespace fs = std::filesystem;

namespace {

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a file appears under its name when it is whole, and not before") {
    const test::TemporaryFolder folder;
    const std::string path = folder.file("records.jsonl");
    Output output(path);
    output.write("first\n");
    output.flush();
    CHECK_FALSE(fs::exists(path));
    output.write(std::string(200'000, 'x'));
    output.finish();
    CHECK(content(path) == "first\n" + std::string(200'000, 'x'));
    CHECK(folder.files() == 1);
}

TEST_CASE("a run that ends early leaves what was there before") {
    const test::TemporaryFolder folder;
    const std::string path = folder.file("records.jsonl");
    std::ofstream(path) << "old";
    {
        Output output(path);
        output.write("new");
        output.flush();
    }
    CHECK(content(path) == "old");
    CHECK(folder.files() == 1);
    Output output(path);
    output.write("new");
    output.finish();
    CHECK(content(path) == "new");
}

TEST_CASE("an output that cannot be made or filled is an error that names it") {
    CHECK_THROWS_WITH(
        Output("/nonexistent/folder/file"),
        Catch::Contains("/nonexistent/folder/file") && Catch::Contains("No such file"));
    Output full("/dev/full");
    full.write("x");
    CHECK_THROWS_WITH(full.finish(), Catch::Contains("No space left"));
}
