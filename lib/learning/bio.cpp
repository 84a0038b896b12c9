#include "learning/bio.h"

#include <cassert>

namespace lede::learning {

std::vector<std::string> bio_labels(std::span<const std::string_view> types) {
    std::vector<std::string> labels = {"O"};
    for (const std::string_view type : types) {
        labels.push_back("B-" + std::string(type));
        labels.push_back("I-" + std::string(type));
    }
    return labels;
}

std::vector<Label> labels_of_spans(std::span<const LabelledSpan> spans, std::size_t size) {
    std::vector<Label> labels(size, kOutside);
    for (const LabelledSpan& span : spans) {
        assert(span.begin < span.end && span.end <= size);
        for (std::size_t i = span.begin; i < span.end; ++i)
            labels[i] = i == span.begin ? bio_begin(span.type) : bio_inside(span.type);
    }
    return labels;
}

std::vector<LabelledSpan> spans_of_labels(std::span<const Label> labels) {
    std::vector<LabelledSpan> spans;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] == kOutside) continue;
        const std::size_t type = (labels[i] - 1U) / 2;
        const bool continues = labels[i] == bio_inside(type) && !spans.empty() &&
                               spans.back().end == i && spans.back().type == type;
        if (continues)
            ++spans.back().end;
        else
            spans.push_back({i, i + 1, type});
    }
    return spans;
}

}  // namespace lede::learning
