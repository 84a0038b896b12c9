#include "search/segment_sections.h"

#include <algorithm>

#include "search/checksum.h"
#include "search/document_table.h"
#include "search/guarded_file.h"
#include "search/postings.h"
#include "search/segment_format.h"

namespace lede::search {
namespace {

// Bytes of many numbers, low byte first.
std::string_view bytes_of(const std::vector<std::uint32_t>& numbers) {
    return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(std::uint32_t)};
}

PackedNumbers pack(const std::vector<std::uint32_t>& numbers) {
    const std::uint32_t largest = numbers.empty() ? 0 : *std::ranges::max_element(numbers);
    PackedNumbers packed(width_for(largest));
    packed.reserve(numbers.size());
    for (const std::uint32_t number : numbers) packed.add(number);
    return packed;
}

}  // namespace

SegmentSections::SegmentSections(const std::string& path) : file_(path) {
    append(std::string(kSegmentHeader, '\0'));
}

void SegmentSections::section(const std::string& name, std::string_view bytes, unsigned width,
                              std::uint64_t count, NumberLine line) {
    begin(name);
    append(bytes);
    end(width, count, line);
}

void SegmentSections::begin(const std::string& name) {
    append(std::string((8 - size_ % 8) % 8, '\0'));
    begin_ = size_;
    directory_ += name + ' ' + std::to_string(begin_);
}

void SegmentSections::end(unsigned width, std::uint64_t count, NumberLine line) {
    directory_ += ' ' + std::to_string(size_ - begin_) + ' ' + std::to_string(width) + ' ' +
                  std::to_string(count);
    if (line.slope > 0)
        directory_ += ' ' + std::to_string(line.slope) + ' ' + std::to_string(line.base);
    directory_ += '\n';
}

void SegmentSections::append(std::string_view bytes) {
    file_.write(bytes);
    size_ += bytes.size();
    while (!bytes.empty()) {
        const std::string_view part = bytes.substr(0, kGuardedBlock - block_.size());
        block_ += part;
        bytes.remove_prefix(part.size());
        if (block_.size() == kGuardedBlock) end_block();
    }
}

void SegmentSections::packed(const std::string& name, const std::vector<std::uint32_t>& numbers) {
    PackedNumbers row = pack(numbers);
    section(name, row.bytes(), row.width(), row.size());
}

void SegmentSections::ascending(const std::string& name, std::vector<std::uint32_t> numbers) {
    const auto size = static_cast<std::uint32_t>(numbers.size());
    const NumberLine line = line_below(numbers.data(), size);
    for (std::uint32_t i = 0; i < size; ++i) numbers[i] -= line.at(i);
    PackedNumbers row = pack(numbers);
    section(name, row.bytes(), row.width(), row.size(), line);
}

void SegmentSections::strings(const std::string& name,
                              const std::vector<std::string_view>& values) {
    std::vector<std::uint32_t> offsets{0};
    std::string chars;
    for (const std::string_view value : values) {
        chars += value;
        offsets.push_back(static_cast<std::uint32_t>(chars.size()));
    }
    section(name + "/offsets", bytes_of(offsets), 32, values.size());
    section(name + "/chars", chars, 8, chars.size());
}

void SegmentSections::column(const std::string& attribute, PackedNumbers ids,
                             const std::vector<std::string_view>& values) {
    const std::string name = "column/" + escaped_name(attribute);
    section(name + "/ids", ids.bytes(), ids.width(), ids.size());
    strings(name, values);
    if (attribute == kBlankAttribute) return;  // nobody asks where blanks stand
    const PostingsBytes postings =
        make_postings(ids.view(), static_cast<std::uint32_t>(values.size()));
    packed(name + "/counts", postings.counts);
    ascending(name + "/places", postings.offsets);
    section(name + "/postings", postings.bytes, 8, postings.bytes.size());
}

void SegmentSections::finish() {
    append(std::string((8 - size_ % 8) % 8, '\0'));
    if (!block_.empty()) end_block();
    checksums_[0] = 0;  // the header's block is written last
    std::string header(kSegmentMagic);
    const std::string_view checksums = bytes_of(checksums_);
    const auto number = [&](std::uint64_t value) {
        header.append(reinterpret_cast<const char*>(&value), sizeof value);
    };
    number(kSegmentVersion);
    number(size_ + directory_.size() + checksums.size());
    number(size_);
    number(directory_.size());
    number(size_ + directory_.size());
    number(checksums.size());
    header.resize(kSegmentHeader - 8);
    const auto checksum = [&](std::string_view bytes) {
        const std::uint32_t value = crc32c(bytes);
        header.append(reinterpret_cast<const char*>(&value), sizeof value);
    };
    checksum(directory_ + std::string(checksums));
    checksum(header);
    file_.write(directory_);
    file_.write(checksums);
    file_.write_at_begin(header);
    file_.finish();
}

void SegmentSections::end_block() {
    checksums_.push_back(crc32c(block_));
    block_.clear();
}

}  // namespace lede::search
