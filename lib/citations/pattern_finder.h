// PatternFinder: the references that a user's patterns find where nothing else was found.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "citations/user_laws.h"
#include "model/citation.h"

namespace re2 {
class RE2;
}

namespace lede::citations {

class PatternFinder {
  public:
    // Throws std::runtime_error if a pattern is no RE2 expression.
    explicit PatternFinder(const std::vector<UserLaw>& laws);
    ~PatternFinder();

    bool empty() const { return patterns_.empty(); }

    // Adds what the patterns find outside of the citations, which stay in text order. Linear in the
    // text times the number of patterns.
    void add(std::string_view text, std::vector<Citation>& citations) const;

  private:
    struct Pattern {
        std::unique_ptr<const re2::RE2> expression;
        UserLaw law;
    };
    std::vector<Pattern> patterns_;
};

}  // namespace lede::citations
