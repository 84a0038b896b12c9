#include "search/token_table_builder.h"

#include <algorithm>

namespace lede::search {
namespace {

// A view of the numbers as they lie in memory, with the padding that reading wants.
PackedIds view(std::vector<std::uint32_t>& numbers) {
    const auto size = static_cast<std::uint32_t>(numbers.size());
    numbers.resize(numbers.size() + kPackedPadding / sizeof(std::uint32_t));
    return {reinterpret_cast<const char*>(numbers.data()), 32, size};
}

}  // namespace

TokenTableBuilder::TokenTableBuilder(std::vector<std::string> attributes)
    : names_(std::move(attributes)), columns_(names_.size()) {}

void TokenTableBuilder::begin_stretch() {
    if (stretches_.back() < size_) stretches_.push_back(size_);
}

std::size_t TokenTableBuilder::attribute_number(Regions& regions, const std::string& name) {
    const auto [known, is_new] =
        regions.attribute_numbers.try_emplace(name, regions.attributes.size());
    if (is_new) {
        regions.attribute_names.push_back(name);
        regions.attributes.emplace_back().values.id_of("");  // number 0: no value
    }
    return known->second;
}

void TokenTableBuilder::add_region(const std::string& name, std::uint32_t begin, std::uint32_t end,
                                   const AttributeValues& attributes) {
    Regions& regions = regions_[name];
    if (begin >= end) return;
    Region region{begin, end, {}};
    for (const auto& [key, value] : attributes) {
        const std::size_t number = attribute_number(regions, key);
        if (region.values.size() <= number) region.values.resize(number + 1, 0);
        // A value may be empty and still be one: a leading mark tells it from none.
        region.values[number] = regions.attributes[number].values.id_of("\1" + value);
    }
    regions.items.push_back(std::move(region));
}

void TokenTableBuilder::finish_regions(const std::string& name, Regions& regions) {
    std::ranges::stable_sort(regions.items, [](const Region& a, const Region& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<std::uint32_t> open;  // ends fall from the bottom to the top
    for (std::uint32_t i = 0; i < regions.items.size(); ++i) {
        const Region& region = regions.items[i];
        while (!open.empty() && regions.items[open.back()].end <= region.end) open.pop_back();
        regions.outer.push_back(open.empty() ? 0 : open.back() + 1);
        open.push_back(i);
        regions.begins.push_back(region.begin);
        regions.lengths.push_back(region.end - region.begin);
        for (std::size_t k = 0; k < regions.attributes.size(); ++k)
            regions.attributes[k].ids.push_back(k < region.values.size() ? region.values[k] : 0);
    }
    RegionColumns& columns = table_.regions.emplace_back();
    columns.name = name;
    columns.begins = view(regions.begins);
    columns.lengths = view(regions.lengths);
    columns.outer = view(regions.outer);
    for (std::size_t k = 0; k < regions.attributes.size(); ++k) {
        Column& column = regions.attributes[k];
        columns.attributes.push_back(
            {regions.attribute_names[k], view(column.ids), column.values.strings()});
    }
}

const TokenTable& TokenTableBuilder::finish() {
    table_.size = size_;
    for (std::size_t k = 0; k < columns_.size(); ++k)
        table_.columns.push_back({names_[k], view(columns_[k].ids), columns_[k].values.strings()});
    for (auto& [name, regions] : regions_) finish_regions(name, regions);
    table_.stretches = view(stretches_);
    return table_;
}

}  // namespace lede::search
