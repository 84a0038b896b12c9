#include "search/segment.h"

#include <array>
#include <charconv>
#include <cstring>

#include "search/checksum.h"
#include "search/segment_format.h"

namespace lede::search {
namespace {

constexpr std::string_view kTooNew = "is of another version of lede: build the index anew";
constexpr std::string_view kDamaged = "is damaged or incomplete: build the index anew";

std::uint32_t checksum_at(std::string_view bytes, std::size_t at) {
    std::uint32_t value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

bool take_number(std::string_view& line, std::uint64_t& number) {
    if (line.starts_with(' ')) line.remove_prefix(1);
    const auto parsed = std::from_chars(line.data(), line.data() + line.size(), number);
    line.remove_prefix(static_cast<std::size_t>(parsed.ptr - line.data()));
    return parsed.ec == std::errc();
}

}  // namespace

Segment::Segment(const std::string& path) : file_(path) {
    read_header();
    table_.size = section("tokens").count;
    for (const auto& [name, unused] : sections_) {
        if (name.starts_with("column/") && name.ends_with("/ids"))
            add_column(name.substr(7, name.size() - 11));
        if (name.starts_with("region/") && name.ends_with("/begins"))
            add_region(name.substr(7, name.size() - 14));
    }
    table_.stretches = packed("stretches");
    document_begins_ = packed("documents/begins");
    document_ids_.ids = packed("documents/ids/ids");
    document_ids_.values = strings("documents/ids");
    if (document_ids_.ids.size() != document_begins_.size()) file_.fail(std::string(kDamaged));
    if (sections_.contains("documents/records/bytes")) {
        const Section& bytes = section("documents/records/bytes");
        const PackedIds firsts = packed("documents/records/firsts");
        const PackedIds places = packed("documents/records/places");
        if (places.size() != firsts.size() + 1) file_.fail(std::string(kDamaged));
        records_ = {firsts, places, file_.bytes().substr(bytes.begin, bytes.size), &file_};
    }
}

void Segment::read_header() {
    const std::string_view bytes = file_.bytes();
    if (bytes.size() < kSegmentHeader || !bytes.starts_with(kSegmentMagic))
        file_.fail("is no segment of an index");
    const std::string_view header = bytes.substr(0, kSegmentHeader);
    std::array<std::uint64_t, 6> numbers;
    std::memcpy(numbers.data(), header.data() + kSegmentMagic.size(), sizeof numbers);
    const auto [version, size, directory, directory_size, checksums, checksums_size] = numbers;
    if (crc32c(header.substr(0, kSegmentHeader - 4)) != checksum_at(header, kSegmentHeader - 4))
        file_.fail(std::string(kDamaged));
    if (version != kSegmentVersion) file_.fail(std::string(kTooNew));
    // Sums of what a right checksum vouches for: no number here was made up.
    if (size != bytes.size() || checksums != directory + directory_size ||
        size != checksums + checksums_size)
        file_.fail(std::string(kDamaged));
    const std::string_view behind = bytes.substr(directory);
    if (crc32c(behind) != checksum_at(header, kSegmentHeader - 8))
        file_.fail(std::string(kDamaged));
    file_.guard(directory, behind.substr(directory_size));
    read_directory(behind.substr(0, directory_size), directory);
}

void Segment::read_directory(std::string_view directory, std::uint64_t end) {
    while (!directory.empty()) {
        const std::size_t newline = std::min(directory.find('\n'), directory.size());
        std::string_view line = directory.substr(0, newline);
        directory.remove_prefix(std::min(newline + 1, directory.size()));
        const std::size_t blank = std::min(line.find(' '), line.size());
        const std::string name(line.substr(0, blank));
        line.remove_prefix(blank);
        std::uint64_t begin = 0, size = 0, width = 0, count = 0;
        if (!take_number(line, begin) || !take_number(line, size) || !take_number(line, width) ||
            !take_number(line, count) || begin > end || size > end - begin || width > 32)
            file_.fail(std::string(kDamaged));
        std::uint64_t slope = 0, base = 0;
        if (take_number(line, slope)) take_number(line, base);
        sections_[name] = {begin,
                           size,
                           static_cast<unsigned>(width),
                           static_cast<std::uint32_t>(count),
                           {slope, static_cast<std::uint32_t>(base)}};
    }
}

const Segment::Section& Segment::section(const std::string& name) const {
    const auto found = sections_.find(name);
    if (found == sections_.end()) file_.fail(std::string(kDamaged));
    return found->second;
}

PackedIds Segment::packed(const std::string& name) const {
    const Section& found = section(name);
    if ((std::uint64_t{found.count} * found.width + 7) / 8 + kPackedPadding > found.size)
        file_.fail(std::string(kDamaged));
    return {file_.bytes().data() + found.begin, found.width, found.count, &file_, found.line};
}

Strings Segment::strings(const std::string& name) const {
    const Section& offsets = section(name + "/offsets");
    const Section& chars = section(name + "/chars");
    if (offsets.size != (std::uint64_t{offsets.count} + 1) * 4) file_.fail(std::string(kDamaged));
    const char* const base = file_.bytes().data();
    return {reinterpret_cast<const std::uint32_t*>(base + offsets.begin), base + chars.begin,
            offsets.count, &file_};
}

void Segment::add_column(const std::string& escaped) {
    const std::string name = "column/" + escaped;
    TokenColumn& column = table_.columns.emplace_back();
    column.name = unescaped_name(escaped);
    column.ids = packed(name + "/ids");
    column.values = strings(name);
    if (column.ids.size() != table_.size) file_.fail(std::string(kDamaged));
    if (!sections_.contains(name + "/postings")) return;
    const Section& postings = section(name + "/postings");
    const Postings::Parts parts{
        packed(name + "/counts"), packed(name + "/places"), file_.bytes().data() + postings.begin,
        postings.size - std::min<std::uint64_t>(postings.size, kPackedPadding), table_.size};
    if (parts.offsets.size() != parts.counts.size() + 1) file_.fail(std::string(kDamaged));
    column.postings.emplace(parts, &file_);
}

void Segment::add_region(const std::string& escaped) {
    const std::string name = "region/" + escaped;
    RegionColumns& region = table_.regions.emplace_back();
    region.name = unescaped_name(escaped);
    region.begins = packed(name + "/begins");
    region.lengths = packed(name + "/lengths");
    region.outer = packed(name + "/outer");
    const auto check = [&](const PackedIds& numbers) {
        if (numbers.size() != region.size()) file_.fail(std::string(kDamaged));
    };
    check(region.lengths);
    check(region.outer);
    for (auto item = sections_.lower_bound(name + '/');
         item != sections_.end() && item->first.starts_with(name + '/'); ++item) {
        if (!item->first.ends_with("/ids")) continue;
        const std::string attribute =
            item->first.substr(name.size() + 1, item->first.size() - name.size() - 5);
        region.attributes.push_back(
            {unescaped_name(attribute), packed(item->first), strings(name + '/' + attribute)});
        check(region.attributes.back().ids);
    }
}

std::uint32_t Segment::document_end(std::uint32_t document) const {
    return document + 1 < documents() ? document_begins_[document + 1] : table_.size;
}

std::uint32_t Segment::document_at(std::uint32_t token) const {
    std::uint32_t low = 0;
    for (std::uint32_t high = documents(); high - low > 1;) {
        const std::uint32_t middle = low + (high - low) / 2;
        (document_begins_[middle] <= token ? low : high) = middle;
    }
    return low;
}

}  // namespace lede::search
