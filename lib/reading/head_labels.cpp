#include "reading/head_labels.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "text/unicode.h"

namespace lede::reading {
namespace {

constexpr std::size_t kLongestLabel = 30;

LabelRole parse_label_role(std::string_view name) {
    if (name == "title") return LabelRole::kTitle;
    if (name == "byline") return LabelRole::kByline;
    if (name == "publication") return LabelRole::kPublication;
    if (name == "published") return LabelRole::kPublished;
    if (name == "other") return LabelRole::kOther;
    throw std::runtime_error("reading/head_labels: unknown role");
}

}  // namespace

std::optional<HeadLabel> HeadLabels::read(std::string_view line) const {
    const std::size_t colon = std::min(line.substr(0, kLongestLabel).find(':'), line.size());
    if (colon > kLongestLabel) return std::nullopt;
    std::string label(line.substr(0, colon));
    for (char& c : label) c = unicode::ascii_lower(c);
    const std::uint32_t row = table_.find(label);
    if (row == table_.rows()) return std::nullopt;
    std::string_view value = line.substr(std::min(colon + 1, line.size()));
    while (!value.empty() && unicode::is_ascii_space(value.front())) value.remove_prefix(1);
    return HeadLabel{parse_label_role(table_.cell(row, 1)), value};
}

}  // namespace lede::reading
