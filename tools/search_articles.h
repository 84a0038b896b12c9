// ArticleSearch: what one record gives for the query of lede-search, on any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "index_folders.h"
#include "lexicon/lexicon.h"
#include "model/result.h"
#include "pipeline/annotator.h"
#include "pipeline/document_reader.h"
#include "reading/article_parser.h"
#include "reading/raw_record.h"
#include "search/literal_gate.h"
#include "search/matcher.h"
#include "search/quotation_finder.h"
#include "search/vrt_search.h"
#include "search_options.h"

namespace lede::tools {

// What one article gave.
struct Found {
    std::optional<Error> error;
    std::string source;
    std::string bytes;
    std::uint64_t hits = 0;
    std::vector<search::KeyedLine> keyed;  // where hits are sorted, drawn or counted
    std::uint32_t tokens = 0;              // where positions are asked for
    std::vector<search::TokenHit> positions;
    std::optional<Document> document;       // where saved positions tell its hits: see Delivery
    std::optional<reading::RawRecord> vrt;  // for patterns: searched in order, see Delivery
};

class ArticleSearch {
  public:
    // The options are borrowed.
    ArticleSearch(const SearchOptions& options, search::Matcher matcher, bool is_pattern);

    Found look(Result<reading::RawRecord>&& record) const;

    // Tells the lines that can be passed over unseen; none where the query needs every article, or
    // something counts them. Borrows this.
    reading::LineFilter line_filter() const;
    // The same of documents of an index.
    DocumentFilter document_filter() const;

    // What saved positions give of an article whose first token is the input's `first_token`th.
    Found reopen(Found&& found, std::uint64_t first_token) const;

    // A section of vertical text whose hits are known.
    Found show(const reading::RawRecord& record, const search::VrtSection& section,
               const std::vector<std::string>& columns) const;

  private:
    bool wants_every_article() const;
    std::vector<search::Hit> hits_of(const Document& document) const;
    static std::vector<search::Hit> hits_at(const Document& document,
                                            const std::vector<search::TokenHit>& places);
    bool may_pass_over() const;
    bool cannot_match(const reading::RawRecord& record) const;
    // `table` has the document's tokens, or is null: it is made where it is asked for.
    void report(Document& document, std::vector<search::Hit> hits, const search::TokenTable* table,
                Found& found) const;
    void report_hits(const Document& document, std::vector<search::Hit> hits,
                     const search::TokenTable* table, Found& found) const;

    const SearchOptions& options_;
    Lexicon lexicon_;
    Layers asked_;
    search::LiteralGate gate_;
    search::Matcher matcher_;
    std::optional<search::QuotationFinder> quotation_;
    bool is_pattern_;
    reading::ArticleParser parser_;
    pipeline::Annotator annotator_;
    pipeline::DocumentReader reader_;
    std::optional<pipeline::Annotator> completer_;  // the rest of a record, for --records
};

}  // namespace lede::tools
