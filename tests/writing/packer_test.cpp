#include "writing/packer.h"

#include <catch2/catch.hpp>

#include "reading/archive.h"
#include "reading/byte_stream.h"
#include "reading/gzip_stream.h"

using namespace lede;

namespace {

std::string packed(std::string_view name, const std::vector<std::string>& pieces) {
    const auto packer = writing::make_packer(name);
    std::string out;
    for (const std::string& piece : pieces) packer->pack(piece, out);
    packer->finish(out);
    return out;
}

std::string read_all(std::unique_ptr<reading::ByteStream> stream) {
    std::string out;
    std::string buffer(1000, '\0');
    while (const std::size_t got = stream->read(buffer.data(), buffer.size()))
        out.append(buffer, 0, got);
    CHECK(stream->error().empty());
    return out;
}

}  // namespace

TEST_CASE("what is packed reads back as it was, in every packing") {
    std::string whole;
    std::vector<std::string> pieces;
    for (int i = 0; i < 5000; ++i) {
        pieces.push_back("The council met on day " + std::to_string(i) + ".\n");
        whole += pieces.back();
    }
    for (const std::string_view name : {"a.jsonl.zst", "a.jsonl.xz", "a.jsonl.bz2"}) {
        INFO(name);
        const std::string bytes = packed(name, pieces);
        CHECK(bytes.size() < whole.size() / 4);
        CHECK(read_all(reading::open_packed(reading::open_string(bytes))) == whole);
    }
    const std::string gzip = packed("a.jsonl.gz", pieces);
    CHECK(read_all(reading::open_gzip(reading::open_string(gzip))) == whole);
}

TEST_CASE("packing the same twice gives the same bytes, and nothing packs to an empty file") {
    for (const std::string_view name : {"a.gz", "a.zst", "a.xz", "a.bz2"}) {
        INFO(name);
        CHECK(packed(name, {"Kim said no."}) == packed(name, {"Kim ", "said no."}));
    }
    CHECK(read_all(reading::open_gzip(reading::open_string(packed("a.gz", {})))).empty());
    CHECK(read_all(reading::open_packed(reading::open_string(packed("a.zst", {})))).empty());
}

TEST_CASE("only the ending of a name asks for packing") {
    CHECK_FALSE(writing::make_packer("records.jsonl"));
    CHECK_FALSE(writing::make_packer("-"));
    CHECK_FALSE(writing::make_packer("gz"));
    CHECK(writing::make_packer("folder.x/records.gz"));
}
