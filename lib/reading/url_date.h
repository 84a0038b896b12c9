// The day in the address of a page.
//
//   https://a.example/2019/02/20/talks-end        -> 2019-02-20
//   https://a.example/2019/POLITICS/02/20/talks   -> 2019-02-20
//   https://a.example/news/2019/feb/20/talks      -> 2019-02-20
//   https://a.example/talks-end-20190220/         -> 2019-02-20
//   https://a.example/2019/02/talks-end           -> nothing: no day
//
// Only days from 1990 on: other numbers of that form are numbers of articles.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/lexicon.h"

namespace lede::reading {

class UrlDateReader {
  public:
    explicit UrlDateReader(const Lexicon& lexicon) : months_(lexicon.table("reading/months")) {}

    // ISO 8601, or empty. Linear.
    std::string read(std::string_view url) const;

  private:
    int month_of(std::string_view part) const;

    lexicon::Table months_;
};

}  // namespace lede::reading
