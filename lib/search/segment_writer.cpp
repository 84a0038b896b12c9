#include "search/segment_writer.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "search/segment_format.h"
#include "search/segment_sections.h"

namespace lede::search {
namespace {

std::vector<std::uint32_t> all_of(const PackedIds& numbers) {
    std::vector<std::uint32_t> all(numbers.size());
    for (std::uint32_t i = 0; i < numbers.size(); ++i) all[i] = numbers[i];
    return all;
}

// Values in the order of their bytes, and where each of the old numbers went.
struct Sorted {
    std::vector<std::string_view> values;
    std::vector<std::uint32_t> ranks;
};

Sorted sorted(const Strings& values) {
    std::vector<std::uint32_t> order(values.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order,
                      [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
    Sorted sorted{{}, std::vector<std::uint32_t>(order.size())};
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        sorted.values.push_back(values[order[i]]);
        sorted.ranks[order[i]] = i;
    }
    return sorted;
}

void write_column(SegmentSections& sections, const TokenColumn& column) {
    const Sorted values = sorted(column.values);
    PackedNumbers ids(width_for_values(values.values.size()));
    ids.reserve(column.ids.size());
    for (std::uint32_t i = 0; i < column.ids.size(); ++i) ids.add(values.ranks[column.ids[i]]);
    sections.column(column.name, std::move(ids), values.values);
}

// Attributes in the order of their bytes, whatever came first: the same regions make the same
// segment.
void write_region(SegmentSections& sections, const RegionColumns& region) {
    const std::string name = "region/" + escaped_name(region.name);
    sections.ascending(name + "/begins", all_of(region.begins));
    sections.packed(name + "/lengths", all_of(region.lengths));
    sections.packed(name + "/outer", all_of(region.outer));
    std::vector<const RegionColumn*> attributes;
    for (const RegionColumn& attribute : region.attributes) attributes.push_back(&attribute);
    std::ranges::sort(attributes, {}, &RegionColumn::name);
    for (const RegionColumn* const attribute : attributes) {
        // No value, as the empty string, stays number 0.
        const Sorted values = sorted(attribute->values);
        std::vector<std::uint32_t> ids = all_of(attribute->ids);
        for (std::uint32_t& id : ids) id = values.ranks[id];
        const std::string attribute_name = name + '/' + escaped_name(attribute->name);
        sections.packed(attribute_name + "/ids", ids);
        sections.strings(attribute_name, values.values);
    }
}

}  // namespace

void write_documents(SegmentSections& sections, const std::vector<std::uint32_t>& begins,
                     const std::vector<std::string>& ids) {
    sections.ascending("documents/begins", begins);
    StringInterner interner;
    std::vector<std::uint32_t> numbers;
    numbers.reserve(ids.size());
    for (const std::string& id : ids) numbers.push_back(interner.id_of(id));
    sections.packed("documents/ids/ids", numbers);
    std::vector<std::string_view> values;
    values.reserve(interner.size());
    for (std::uint32_t i = 0; i < interner.size(); ++i) values.push_back(interner.strings()[i]);
    sections.strings("documents/ids", values);
}

void write_record_groups(SegmentSections& sections, const RecordGroups& groups) {
    sections.ascending("documents/records/firsts", groups.firsts);
    sections.ascending("documents/records/places", groups.places);
}

void write_segment(const std::string& path, const TokenTable& table, SegmentDocuments documents) {
    SegmentSections sections(path);
    sections.section("tokens", {}, 0, table.size);
    for (const TokenColumn& column : table.columns) write_column(sections, column);
    for (const RegionColumns& region : table.regions) write_region(sections, region);
    sections.ascending("stretches", all_of(table.stretches));
    write_documents(sections, documents.begins, documents.ids);
    if (documents.records) {
        const RecordGroups groups = documents.records->finish();
        const std::string_view bytes = documents.records->bytes();
        sections.section("documents/records/bytes", bytes, 8, bytes.size());
        write_record_groups(sections, groups);
    }
    sections.finish();
}

}  // namespace lede::search
