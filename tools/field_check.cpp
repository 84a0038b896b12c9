#include "field_check.h"

#include <algorithm>

#include "nearest_word.h"

namespace lede::tools {

void FieldCheck::look(const Article& article) {
    constexpr std::size_t kMostNames = 1000;
    if (is_done_.load(std::memory_order_relaxed)) return;
    const std::lock_guard lock(mutex_);
    any_ = true;
    for (const std::string& name : by_.fields_of(article)) seen_.insert(name);
    if (named_.size() < kMostNames)
        for (const auto& [name, unused] : article.meta) named_.insert(name);
    is_done_ = seen_.size() == by_.field_names().size();
}

std::vector<std::string> FieldCheck::complaints() const {
    std::vector<std::string> complaints;
    if (is_done_ || !any_) return complaints;
    std::vector<std::string> known{"id",       "source",      "title",    "byline",
                                   "language", "publication", "published"};
    known.insert(known.end(), named_.begin(), named_.end());
    for (const std::string& name : by_.field_names())
        if (!seen_.contains(name))
            complaints.push_back("no article has a \"" + name + '"' +
                                 (std::ranges::find(known, name) == known.end()
                                      ? guess_of(name, known)
                                      : std::string()));
    return complaints;
}

}  // namespace lede::tools
