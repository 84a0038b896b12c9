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
    // `by` is borrowed.
    explicit FieldCheck(const stats::Grouping& by) : by_(by), is_done_(by.empty()) {}

    // Costs nothing once each field was seen.
    void look(const Article& article);

    // None where no article was seen.
    std::vector<std::string> complaints() const;

  private:
    const stats::Grouping& by_;
    std::atomic<bool> is_done_;
    std::mutex mutex_;
    std::set<std::string> seen_;   // fields of --by with a value
    std::set<std::string> named_;  // what the articles have beside the record's own fields
    bool any_ = false;
};

}  // namespace lede::tools
