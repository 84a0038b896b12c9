// Any bytes as a segment of an index: refused, or opened, and then damage shows when it is touched,
// by who reads it or merges it.
// A right checksum is put over the header and the directory, so that what lies behind is reached.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "search/checksum.h"
#include "search/document_table.h"
#include "search/segment.h"
#include "search/segment_format.h"
#include "search/segment_merge.h"

namespace {

void put(std::string& bytes, std::size_t at, std::uint32_t value) {
    std::memcpy(bytes.data() + at, &value, sizeof value);
}

// The header's checksums as they ought to be, where there is a header.
std::string vouched_for(std::string bytes) {
    using namespace lede::search;
    if (bytes.size() < kSegmentHeader) return bytes;
    std::uint64_t directory = 0;
    std::memcpy(&directory, bytes.data() + 24, sizeof directory);
    if (directory > bytes.size()) return bytes;
    put(bytes, kSegmentHeader - 8, crc32c(std::string_view(bytes).substr(directory)));
    put(bytes, kSegmentHeader - 4, crc32c(std::string_view(bytes).substr(0, kSegmentHeader - 4)));
    return bytes;
}

void merge(const std::shared_ptr<const lede::search::Segment>& segment, const std::string& name) {
    using namespace lede::search;
    if (segment->documents() > 100 || segment->table().size > 10000) return;
    std::vector<std::string> attributes;
    for (const TokenColumn& column : segment->table().columns) attributes.push_back(column.name);
    SegmentMerge merge(attributes);
    for (std::uint32_t i = 0; i < segment->documents(); ++i)
        if (i != 1) merge.add(segment, i, SegmentMerge::Bounds::kOpen);
    merge.write(name);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede::search;
    const std::string name = "/tmp/lede-segment-fuzz-" + std::to_string(::getpid());
    std::ofstream(name, std::ios::binary)
        << vouched_for({reinterpret_cast<const char*>(data), size});
    try {
        const auto segment = std::make_shared<const Segment>(name);
        for (std::uint32_t i = 0; i < segment->documents() && i < 100; ++i)
            (void)segment->document_id(i);
        if (segment->documents() > 0 && segment->document_end(0) < 1000)
            (void)document_of(segment->table(), 0, segment->document_end(0), "a");
        merge(segment, name + ".merged");
    } catch (const IndexError&) {
        // refused, as it should be
    }
    ::unlink(name.c_str());
    ::unlink((name + ".merged").c_str());
    return 0;
}
