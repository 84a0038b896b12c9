// FieldCheck: notices fields of --by that no article has, which is a misspelt name as a rule.
//
//   FieldCheck check(by);
//   check.look(article);           from any thread
//   check.complaints()             {"no article has a \"publicaton\"; did you mean publication?"}
#pragma once

#include <atomic>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "model/article.h"
#include "stats/grouping.h"

namespace lede::tools {

class FieldCheck {
  public:
    explicit FieldCheck(const stats::Grouping& by)
        : missing_(by.fields()), is_done_(missing_.empty()) {}

    // Costs nothing once each field was seen.
    void look(const Article& article);

    // None where no article was seen.
    std::vector<std::string> complaints() const;

  private:
    std::mutex mutex_;
    std::set<std::string> missing_;  // fields of --by that no article had yet
    std::atomic<bool> is_done_;
    std::set<std::string> others_;  // what the articles have beside the record's own fields
    bool any_ = false;
};

}  // namespace lede::tools
