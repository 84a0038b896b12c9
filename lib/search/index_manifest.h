// IndexManifest: which files make up an index. What one rename puts in place, so that an index is
// always its last whole state.
//
//   lede-index 1
//   segment 000001.seg 4 1830        file, documents, tokens
//   end 5D0C9A11                     CRC-32C of the lines before
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace lede::search {

struct SegmentEntry {
    std::string file;
    std::uint64_t documents = 0;
    std::uint64_t tokens = 0;
    friend bool operator==(const SegmentEntry&, const SegmentEntry&) = default;
};

struct IndexManifest {
    std::vector<SegmentEntry> segments;  // in the order their documents were added

    // Throws IndexError if the folder is no index or the manifest is damaged.
    static IndexManifest read(const std::string& folder);
    // Replaces the manifest of the folder in one step. Throws IndexError.
    void write(const std::string& folder) const;
};

// Whether the path is a folder with a manifest.
bool is_index(const std::string& path);

}  // namespace lede::search
