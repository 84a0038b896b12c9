// SegmentSections: writes the sections of a segment, one after the other, then its directory and
// checksums (segment_format.h).
//
//   SegmentSections sections("index/000001.seg");
//   sections.packed("stretches", {0, 7});
//   sections.finish();
//
// Throws IndexError where a write fails.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/durable_file.h"
#include "search/packed_ids.h"

namespace lede::search {

class SegmentSections {
  public:
    explicit SegmentSections(const std::string& path);

    void section(const std::string& name, std::string_view bytes, unsigned width,
                 std::uint64_t count, NumberLine line = {});
    // The same bit by bit, and its width and count when they are known.
    void begin(const std::string& name);
    void append(std::string_view bytes);
    void end(unsigned width, std::uint64_t count, NumberLine line = {});
    void packed(const std::string& name, const std::vector<std::uint32_t>& numbers);
    // Numbers that ascend, as what lies above a line.
    void ascending(const std::string& name, std::vector<std::uint32_t> numbers);
    // One string after the other, and where each begins.
    void strings(const std::string& name, const std::vector<std::string_view>& values);
    // A column of tokens whose values are sorted by their bytes: `ids` are their numbers, each in
    // the bits that the largest needs.
    void column(const std::string& attribute, PackedNumbers ids,
                const std::vector<std::string_view>& values);
    void finish();

  private:
    void end_block();

    NewFile file_;
    std::uint64_t size_ = 0;
    std::uint64_t begin_ = 0;  // of the section at hand
    std::string directory_;
    std::string block_;
    std::vector<std::uint32_t> checksums_;
};

}  // namespace lede::search
