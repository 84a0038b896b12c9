#include "search/segment_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <numeric>

#include "search/checksum.h"
#include "search/document_table.h"
#include "search/guarded_file.h"
#include "search/segment_format.h"

namespace lede::search {
namespace {

[[noreturn]] void fail(const std::string& path) {
    throw IndexError(path + ": " + std::strerror(errno));
}

class NewFile {
  public:
    explicit NewFile(const std::string& path)
        : path_(path),
          descriptor_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
        if (descriptor_ < 0) fail(path_);
    }
    ~NewFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) fail(path_);
            if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void write_at_begin(std::string_view bytes) {
        if (::lseek(descriptor_, 0, SEEK_SET) < 0) fail(path_);
        write(bytes);
    }
    void finish() {
        const bool done = ::fsync(descriptor_) == 0;
        const bool closed = ::close(descriptor_) == 0;
        descriptor_ = -1;
        if (!done || !closed) fail(path_);
    }

  private:
    std::string path_;
    int descriptor_;
};

// Bytes of many numbers, low byte first.
template <typename Number>
std::string_view bytes_of(const std::vector<Number>& numbers) {
    return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number)};
}

class SegmentWriter {
  public:
    explicit SegmentWriter(const std::string& path) : file_(path) {
        put(std::string(kSegmentHeader, '\0'));
    }

    void section(const std::string& name, std::string_view bytes, unsigned width,
                 std::uint64_t count, NumberLine line = {}) {
        put(std::string((8 - size_ % 8) % 8, '\0'));
        directory_ += name + ' ' + std::to_string(size_) + ' ' + std::to_string(bytes.size()) +
                      ' ' + std::to_string(width) + ' ' + std::to_string(count);
        if (line.slope > 0)
            directory_ += ' ' + std::to_string(line.slope) + ' ' + std::to_string(line.base);
        directory_ += '\n';
        put(bytes);
    }

    void packed(const std::string& name, const std::vector<std::uint32_t>& numbers) {
        const std::uint32_t largest = numbers.empty() ? 0 : *std::ranges::max_element(numbers);
        const auto size = static_cast<std::uint32_t>(numbers.size());
        std::string bytes;
        append_packed(numbers.data(), size, width_for(largest), bytes);
        section(name, bytes, width_for(largest), size);
    }

    void packed(const std::string& name, const PackedIds& numbers) {
        packed(name, all_of(numbers));
    }

    // Numbers that ascend, as what lies above a line.
    void ascending(const std::string& name, std::vector<std::uint32_t> numbers) {
        const auto size = static_cast<std::uint32_t>(numbers.size());
        const NumberLine line = line_below(numbers.data(), size);
        for (std::uint32_t i = 0; i < size; ++i) numbers[i] -= line.at(i);
        const std::uint32_t largest = numbers.empty() ? 0 : *std::ranges::max_element(numbers);
        std::string bytes;
        append_packed(numbers.data(), size, width_for(largest), bytes);
        section(name, bytes, width_for(largest), size, line);
    }

    static std::vector<std::uint32_t> all_of(const PackedIds& numbers) {
        std::vector<std::uint32_t> all(numbers.size());
        for (std::uint32_t i = 0; i < numbers.size(); ++i) all[i] = numbers[i];
        return all;
    }

    // The numbers of the strings, in the order of their bytes.
    static std::vector<std::uint32_t> sorted(const Strings& values) {
        std::vector<std::uint32_t> order(values.size());
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::sort(order,
                          [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
        return order;
    }

    // The places of the numbers in `order`.
    static std::vector<std::uint32_t> ranked(const PackedIds& numbers,
                                             const std::vector<std::uint32_t>& order) {
        std::vector<std::uint32_t> rank(order.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
        std::vector<std::uint32_t> ranks = all_of(numbers);
        for (std::uint32_t& number : ranks) number = rank[number];
        return ranks;
    }

    // The strings in the order of `order`.
    void strings(const std::string& name, const Strings& values,
                 const std::vector<std::uint32_t>& order) {
        std::vector<std::uint32_t> offsets{0};
        std::string chars;
        for (const std::uint32_t id : order) {
            chars += values[id];
            offsets.push_back(static_cast<std::uint32_t>(chars.size()));
        }
        section(name + "/offsets", bytes_of(offsets), 32, order.size());
        section(name + "/chars", chars, 8, chars.size());
    }

    void column(const std::string& name, const TokenColumn& column) {
        const std::vector<std::uint32_t> order = sorted(column.values);
        const std::vector<std::uint32_t> ids = ranked(column.ids, order);
        packed(name + "/ids", ids);
        strings(name, column.values, order);
        if (column.name == kBlankAttribute) return;  // nobody asks where blanks stand
        const PostingsBytes postings = make_postings(ids, static_cast<std::uint32_t>(order.size()));
        packed(name + "/counts", postings.counts);
        ascending(name + "/places", postings.offsets);
        section(name + "/postings", postings.bytes, 8, postings.bytes.size());
    }

    // Attributes and values in the order of their bytes, whatever came first: the same regions make
    // the same segment.
    void region(const RegionColumns& region) {
        const std::string name = "region/" + escaped_name(region.name);
        ascending(name + "/begins", all_of(region.begins));
        packed(name + "/lengths", region.lengths);
        packed(name + "/outer", region.outer);
        std::vector<const RegionColumn*> attributes;
        for (const RegionColumn& attribute : region.attributes) attributes.push_back(&attribute);
        std::ranges::sort(attributes, {}, &RegionColumn::name);
        for (const RegionColumn* const attribute : attributes) {
            const std::string attribute_name = name + '/' + escaped_name(attribute->name);
            // No value, as the empty string, stays number 0.
            const std::vector<std::uint32_t> order = sorted(attribute->values);
            packed(attribute_name + "/ids", ranked(attribute->ids, order));
            strings(attribute_name, attribute->values, order);
        }
    }

    void finish() {
        put(std::string((8 - size_ % 8) % 8, '\0'));
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

  private:
    void put(std::string_view bytes) {
        file_.write(bytes);
        size_ += bytes.size();
        while (!bytes.empty()) {
            const std::string_view part = bytes.substr(0, kGuardedBlock - block_.size());
            block_ += part;
            bytes.remove_prefix(part.size());
            if (block_.size() == kGuardedBlock) end_block();
        }
    }
    void end_block() {
        checksums_.push_back(crc32c(block_));
        block_.clear();
    }

    NewFile file_;
    std::uint64_t size_ = 0;
    std::string directory_;
    std::string block_;
    std::vector<std::uint32_t> checksums_;
};

}  // namespace

void write_segment(const std::string& path, const TokenTable& table, SegmentDocuments documents) {
    SegmentWriter writer(path);
    writer.section("tokens", {}, 0, table.size);
    for (const TokenColumn& column : table.columns)
        writer.column("column/" + escaped_name(column.name), column);
    for (const RegionColumns& region : table.regions) writer.region(region);
    writer.ascending("stretches", SegmentWriter::all_of(table.stretches));
    writer.ascending("documents/begins", documents.begins);
    StringInterner ids;
    std::vector<std::uint32_t> numbers;
    for (const std::string& id : documents.ids) numbers.push_back(ids.id_of(id));
    writer.packed("documents/ids/ids", numbers);
    std::vector<std::uint32_t> order(ids.size());
    std::iota(order.begin(), order.end(), 0U);
    writer.strings("documents/ids", ids.strings(), order);
    if (documents.records) {
        const RecordGroups groups = documents.records->finish();
        writer.ascending("documents/records/firsts", groups.firsts);
        writer.ascending("documents/records/places", groups.places);
        writer.section("documents/records/bytes", groups.bytes, 8, groups.bytes.size());
    }
    writer.finish();
}

void write_durably(const std::string& path, std::string_view bytes) {
    NewFile file(path);
    file.write(bytes);
    file.finish();
}

void sync_folder(const std::string& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) fail(folder);
    const bool done = ::fsync(descriptor) == 0 || errno == EINVAL;
    ::close(descriptor);
    if (!done) fail(folder);
}

}  // namespace lede::search
