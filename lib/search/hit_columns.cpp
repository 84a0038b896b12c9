#include "search/hit_columns.h"

#include <algorithm>

#include "search/conditions.h"
#include "search/pattern.h"
#include "writing/row_writer.h"

namespace lede::search {
namespace {

std::string token_values(const TokenColumn& column, TokenHit hit) {
    std::string joined;
    for (std::uint32_t token = hit.begin; token < hit.end; ++token) {
        if (token > hit.begin) joined += ' ';
        joined += column.values[column.ids[token]];
    }
    return joined;
}

std::string region_value(const RegionColumns& region, std::string_view name, std::uint32_t token) {
    const RegionColumn* const attribute = find_attribute(region, name);
    if (!attribute) return {};
    const std::uint32_t begins_here = region.first_from(token);
    const std::uint32_t number = begins_here != kNone ? begins_here : region.at(token);
    return std::string(number == kNone ? "" : attribute->value(number).value_or(""));
}

std::string value(const TokenTable& table, std::string_view name, TokenHit hit) {
    if (name.starts_with("match.")) {
        name.remove_prefix(6);
        hit.end = hit.begin + 1;
    } else if (name.starts_with("matchend.")) {
        name.remove_prefix(9);
        hit.begin = hit.end - 1;
    }
    if (const TokenColumn* const column = table.column(name)) return token_values(*column, hit);
    // text.meta.desk; CQP writes text_date.
    for (std::size_t at = name.find_first_of("._"); at != std::string_view::npos;
         at = name.find_first_of("._", at + 1))
        if (const RegionColumns* const region = table.region(name.substr(0, at)))
            return region_value(*region, name.substr(at + 1), hit.begin);
    std::string known;
    for (const TokenColumn& column : table.columns) known += ' ' + column.name;
    throw UnknownAttribute("hits have no attribute \"" + std::string(name) + "\", but" + known +
                           " and those of regions, as in text.published");
}

}  // namespace

HitColumns HitColumns::parse(std::string_view list) {
    HitColumns columns;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        if (comma > 0) columns.names_.emplace_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return columns;
}

Layers HitColumns::layers() const {
    Layers layers{Layer::kTokens};
    for (std::string_view name : names_) {
        for (const std::string_view place : {"match.", "matchend."})
            if (name.starts_with(place)) name.remove_prefix(place.size());
        layers = layers | layers_of(name) | layers_of(name.substr(0, name.find('.')));
    }
    return layers;
}

std::string HitColumns::header() const {
    std::string header;
    for (const std::string& name : names_) header += (header.empty() ? "" : "\t") + name;
    return header;
}

std::string HitColumns::row(const TokenTable& table, TokenHit hit) const {
    std::string line;
    writing::RowWriter row(line, writing::Dialect::kTsv);
    for (const std::string& name : names_) row.text(value(table, name, hit));
    return line;
}

}  // namespace lede::search
