#include "field_check.h"

#include <algorithm>

#include "nearest_word.h"

namespace lede::tools {

void FieldCheck::look(const Article& article) {
    constexpr std::size_t kMostNames = 1000;
    if (is_done_.load(std::memory_order_relaxed)) return;
    const std::lock_guard lock(mutex_);
    any_ = true;
    std::erase_if(missing_, [&](const std::string& field) {
        return stats::Grouping::has_value(article, field);
    });
    if (others_.size() < kMostNames)
        for (const auto& [name, unused] : article.meta) others_.insert(name);
    is_done_ = missing_.empty();
}

std::vector<std::string> FieldCheck::complaints() const {
    std::vector<std::string> complaints;
    if (!any_) return complaints;
    std::vector<std::string> known(stats::Grouping::kRecordFields.begin(),
                                   stats::Grouping::kRecordFields.end());
    known.insert(known.end(), others_.begin(), others_.end());
    for (const std::string& field : missing_) {
        const bool is_known = std::ranges::find(known, field) != known.end();
        complaints.push_back("no article has a \"" + field + '"' +
                             (is_known ? "" : guess_of(field, known)));
    }
    return complaints;
}

}  // namespace lede::tools
