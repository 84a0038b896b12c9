#include "search/segment_layout.h"

#include <algorithm>

#include "reading/json_record.h"

namespace lede::search {
namespace {

constexpr const char* kLayerKeys[] = {"entities", "dates", "quotes", "citations"};

std::vector<std::string> layers_of(const Segment& segment) {
    RecordStore::Group group;
    const std::string_view stored = segment.records().record(0, group);
    // A mark stands before the object, which is left open for the text (stored_article.h).
    std::string json(stored.substr(std::min<std::size_t>(1, stored.size())));
    json += '}';
    const auto record = reading::parse_json_record(json);
    if (!record) throw IndexError("an article cannot be read: build the index anew");
    std::vector<std::string> layers;
    for (const char* const key : kLayerKeys)
        if (std::ranges::find(record.value().names, key) != record.value().names.end())
            layers.emplace_back(key);
    return layers;
}

// The first of `all` that is not among `some`; empty if there is none.
std::string missing(const std::vector<std::string>& all, const std::vector<std::string>& some) {
    const auto found = std::ranges::find_if(
        all, [&](const std::string& name) { return std::ranges::find(some, name) == some.end(); });
    return found == all.end() ? std::string() : *found;
}

std::string difference(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    if (const std::string lacks = missing(one, other); !lacks.empty()) return "has no " + lacks;
    const std::string adds = missing(other, one);
    return adds.empty() ? adds : "has " + adds;
}

}  // namespace

SegmentLayout layout_of(const Segment& segment) {
    SegmentLayout layout;
    for (const TokenColumn& column : segment.table().columns)
        layout.attributes.push_back(column.name);
    layout.is_vertical_text = segment.records().empty();
    if (!layout.is_vertical_text) layout.layers = layers_of(segment);
    return layout;
}

std::string difference(const SegmentLayout& one, const SegmentLayout& other) {
    if (one.is_vertical_text != other.is_vertical_text)
        return other.is_vertical_text ? "is vertical text" : "is of articles";
    const std::string found = difference(one.attributes, other.attributes);
    return found.empty() ? difference(one.layers, other.layers) : found;
}

}  // namespace lede::search
