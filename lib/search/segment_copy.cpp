#include "search/segment_copy.h"

#include <algorithm>

namespace lede::search {

void SegmentCopy::into(TokenTableBuilder& builder) {
    builder_ = &builder;
    columns_.clear();
    for (const std::string& name : builder.attributes()) {
        const TokenColumn* const column = segment_.table().column(name);
        columns_.push_back({column, std::vector<std::uint32_t>(column->values.size())});
    }
}

void SegmentCopy::add(std::uint32_t document, SegmentDocuments& documents) {
    const TokenTable& table = segment_.table();
    const std::uint32_t begin = segment_.document_begin(document);
    const std::uint32_t end = segment_.document_end(document);
    const std::uint32_t base = builder_->size();
    documents.begins.push_back(base);
    documents.ids.emplace_back(segment_.document_id(document));
    if (are_articles()) {
        if (!documents.records) documents.records.emplace();
        documents.records->add(segment_.records().record(document, group_));
        builder_->begin_stretch();
    }
    for (; next_stretch_ < table.stretches.size() && table.stretches[next_stretch_] <= begin;
         ++next_stretch_)
        if (table.stretches[next_stretch_] > 0 || bounds_ == Bounds::kKept)
            builder_->begin_stretch();
    add_tokens(begin, end);
    for (std::size_t r = 0; r < table.regions.size(); ++r) add_regions(r, begin, end, base);
}

void SegmentCopy::add_tokens(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t token = begin; token < end; ++token) {
        for (std::size_t k = 0; k < columns_.size(); ++k) {
            Column& column = columns_[k];
            const std::uint32_t id = column.from->ids[token];
            if (id >= column.numbers.size()) throw IndexError("a segment is damaged: build anew");
            std::uint32_t& number = column.numbers[id];
            if (number == 0) number = builder_->number_of(k, column.from->values[id]) + 1;
            builder_->add_number(k, number - 1);
        }
        builder_->end_token();
    }
}

void SegmentCopy::add_regions(std::size_t number, std::uint32_t begin, std::uint32_t end,
                              std::uint32_t base) {
    const RegionColumns& regions = segment_.table().regions[number];
    builder_->declare_region(regions.name);
    AttributeValues values;
    for (std::uint32_t& i = next_regions_[number]; i < regions.size() && regions.begins[i] < end;
         ++i) {
        if (regions.begins[i] < begin) continue;  // of a document that is left out
        values.clear();
        for (const RegionColumn& attribute : regions.attributes)
            if (const auto value = attribute.value(i)) values.emplace_back(attribute.name, *value);
        builder_->add_region(regions.name, base + (regions.begins[i] - begin),
                             base + (std::min(regions.end(i), end) - begin), values);
    }
}

}  // namespace lede::search
