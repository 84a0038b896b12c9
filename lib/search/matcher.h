// Matcher: a compiled query, asked about one document at a time.
//
//   auto matcher = Matcher::compile(query);         variant: the matcher, or what is wrong
//   std::vector<Hit> hits = matcher.hits(document)
//
// Requires of the document: the layers of `layers_of(query)` and sentences.
#pragma once

#include <memory>
#include <variant>
#include <vector>

#include "model/document.h"
#include "search/query.h"

namespace lede::search {

struct Hit {
    Span span;
    std::uint32_t sentence = kNone;  // index into Document::sentences
    friend bool operator==(const Hit&, const Hit&) = default;
};

class Matcher {
  public:
    static std::variant<Matcher, QueryError> compile(Query query);
    ~Matcher();
    Matcher(Matcher&&) noexcept;

    // Whether any unit of the document matches.
    bool matches(const Document& document) const;

    // The hits of all matching units, in text order, each once. A matching article whose query has
    // only fields of the article (published:2019) gives one hit: its first sentence.
    // Linear in text and annotations; safe from many threads.
    std::vector<Hit> hits(const Document& document) const;

    const Query& query() const;

  private:
    struct Compiled;
    explicit Matcher(std::unique_ptr<Compiled> compiled);
    std::unique_ptr<Compiled> compiled_;
};

}  // namespace lede::search
