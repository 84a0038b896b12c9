// The labelled lines that news databases put above an article.
//
//   Headline: Talks on Cod End          title "Talks on Cod End"
//   Byline: Ann Lee                     byline "Ann Lee"
//   Length: 412 words                   said of the article, no part of it
//
// The labels are in data/reading/head_labels.tsv.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "lexicon/lexicon.h"

namespace lede::reading {

enum class LabelRole : std::uint8_t { kTitle, kByline, kPublication, kPublished, kOther };

struct HeadLabel {
    LabelRole role;
    std::string_view value;  // what follows, without blanks; borrows the line
};

class HeadLabels {
  public:
    explicit HeadLabels(const Lexicon& lexicon) : table_(lexicon.table("reading/head_labels")) {}

    // Nothing for a line without a known label. One that is a label alone, "Body", has no value.
    std::optional<HeadLabel> read(std::string_view line) const;

  private:
    lexicon::Table table_;
};

}  // namespace lede::reading
