#include "search_articles.h"

#include <utility>

#include "search/document_table.h"
#include "search/index_gate.h"
#include "search/token_table_builder.h"
#include "search/vrt_document.h"
#include "search/vrt_table.h"
#include "search_arrangement.h"
#include "writing/record_writer.h"

namespace lede::tools {
namespace {

reading::ParseOptions parse_options(const SearchOptions& options) {
    reading::ParseOptions parse = options.input.parse;
    parse.text_required = false;
    return parse;
}

pipeline::AnnotatorOptions annotator_options(const SearchOptions& options, Layers layers) {
    pipeline::AnnotatorOptions annotator = options.analysis.annotator;
    annotator.layers = layers;
    return annotator;
}

bool wants_tokens(const SearchOptions& options) {
    return options.concordance.format == search::HitFormat::kPositions ||
           options.concordance.format == search::HitFormat::kTsv;
}

Layers asked_layers(const SearchOptions& options, const search::Query& query) {
    Layers layers = layers_of(query);
    if (wants_tokens(options) || options.saved) layers.add(Layer::kTokens);
    if (wants_rows(options))
        layers = layers | options.columns.layers() | options.group_columns.layers();
    return layers;
}

}  // namespace

ArticleSearch::ArticleSearch(const SearchOptions& options, search::Matcher matcher, bool is_pattern)
    : options_(options),
      lexicon_(open_lexicon(options.analysis)),
      asked_(asked_layers(options, matcher.query())),
      gate_(matcher.query()),
      matcher_(std::move(matcher)),
      is_pattern_(is_pattern),
      parser_(parse_options(options)),
      annotator_(lexicon_, annotator_options(options, asked_)),
      reader_(parser_, annotator_, asked_) {
    if (!options.like.empty()) quotation_.emplace(options.like);
    if (options.report == SearchReport::kRecords)
        completer_.emplace(lexicon_, annotator_options(options, kDefaultLayers));
}

Found ArticleSearch::look(Result<reading::RawRecord>&& record) const {
    Found found;
    if (!record) {
        found.error = record.error();
        return found;
    }
    found.source = record.value().source;
    if (is_pattern_ && record.value().format == reading::Format::kVrt && !options_.invert) {
        found.vrt = std::move(record.value());
        return found;
    }
    if (cannot_match(record.value())) return found;
    Result<Document> document = reader_.read(record.value());
    if (!document) {
        found.error = document.error();
        return found;
    }
    if (options_.saved && options_.saved->are_positions()) {
        found.tokens = static_cast<std::uint32_t>(document.value().tokens.size());
        found.document = std::move(document.value());
        return found;
    }
    report(document.value(), hits_of(document.value()), nullptr, found);
    return found;
}

std::vector<search::Hit> ArticleSearch::hits_of(const Document& document) const {
    if (options_.saved) return options_.saved->of(document);
    return quotation_ ? quotation_->find(document) : matcher_.hits(document);
}

std::vector<search::Hit> ArticleSearch::hits_at(const Document& document,
                                                const std::vector<search::TokenHit>& places) {
    std::vector<search::Hit> hits;
    for (const search::TokenHit& place : places) {
        if (place.begin >= document.tokens.size()) break;
        const std::size_t last = std::min<std::size_t>(place.end, document.tokens.size()) - 1;
        const Span span = cover(document.tokens[place.begin].span, document.tokens[last].span);
        hits.push_back({span, search::sentence_at(document, span.begin)});
    }
    return hits;
}

Found ArticleSearch::reopen(Found&& found, std::uint64_t first_token) const {
    Document document = *std::exchange(found.document, std::nullopt);
    report(document, hits_at(document, options_.saved->among(first_token, found.tokens)), nullptr,
           found);
    return std::move(found);
}

Found ArticleSearch::show(const reading::RawRecord& record, const search::VrtSection& section,
                          const std::vector<std::string>& columns) const {
    Found found;
    found.source = record.source;
    found.tokens = section.tokens;
    found.hits = section.hits.size();
    if (options_.concordance.format == search::HitFormat::kPositions ||
        options_.report == SearchReport::kCount || section.hits.empty()) {
        found.positions = section.hits;
        return found;
    }
    Result<Article> article = parser_.parse(record);
    if (!article) {
        found.error = article.error();
        return found;
    }
    Document document = search::vrt_document(std::move(article.value()), section.bytes);
    std::vector<search::Hit> hits = hits_at(document, section.hits);
    if (!wants_rows(options_)) {
        report(document, std::move(hits), nullptr, found);
        return found;
    }
    search::TokenTableBuilder builder(search::vrt_attributes(columns));
    search::add_vrt(section.bytes, columns, builder);
    report(document, std::move(hits), &builder.finish(), found);
    return found;
}

// Positions count the tokens of every article.
bool ArticleSearch::wants_every_article() const {
    if (options_.saved) return options_.saved->are_positions();
    return options_.invert || gate_.lets_all_pass() ||
           options_.concordance.format == search::HitFormat::kPositions;
}

// --unique and shares of bad articles count records.
bool ArticleSearch::may_pass_over() const {
    return !wants_every_article() && options_.input.unique.empty() &&
           options_.run.max_bad.share == 0;
}

DocumentFilter ArticleSearch::document_filter() const {
    if (!may_pass_over()) return nullptr;
    return [this](const search::Segment& segment) {
        if (options_.saved) {
            std::vector<bool> wanted;
            for (std::uint32_t i = 0; i < segment.documents(); ++i)
                wanted.push_back(options_.saved->has(segment.document_id(i)));
            return wanted;
        }
        return search::documents_that_may_match(gate_, segment);
    };
}

reading::LineFilter ArticleSearch::line_filter() const {
    // Too long lines are bad articles.
    constexpr std::uint64_t kLongest = std::uint64_t{1} << 20;
    if (!may_pass_over() || gate_.lets_all_pass() || options_.input.source.max_article < kLongest)
        return nullptr;
    return [this](std::string_view lines) { return gate_.lines_that_may_match(lines); };
}

// Only where the bytes of the record are those of the text, or of its JSON.
bool ArticleSearch::cannot_match(const reading::RawRecord& record) const {
    if (wants_every_article()) return false;
    if (record.bytes.starts_with('{')) return !gate_.may_match_json(record.bytes);
    // ASCII letters stand as they are in every encoding of plain text but those with NUL bytes.
    const bool is_plain =
        record.format == reading::Format::kLines || record.format == reading::Format::kText;
    return is_plain && !gate_.may_match(record.bytes) &&
           record.bytes.find('\0') == std::string::npos;
}

void ArticleSearch::report(Document& document, std::vector<search::Hit> hits,
                           const search::TokenTable* table, Found& found) const {
    if (options_.invert) {
        if (!hits.empty()) return;
        hits.push_back({document.sentences.empty() ? make_span(0, document.text().size())
                                                   : document.sentences.front().span,
                        document.sentences.empty() ? kNone : 0});
    }
    found.tokens = static_cast<std::uint32_t>(document.tokens.size());
    if (hits.empty()) return;
    found.hits = hits.size();
    if (options_.report == SearchReport::kHits) {
        report_hits(document, std::move(hits), table, found);
    } else if (options_.report == SearchReport::kIds) {
        found.bytes = document.article.id + (options_.null_ids ? '\0' : '\n');
    } else if (options_.report == SearchReport::kRecords) {
        if (!document.computed.has_all(kDefaultLayers)) completer_->complete(document);
        writing::RecordWriter({.layers = document.computed}).append(document, found.bytes);
    }
}

void ArticleSearch::report_hits(const Document& document, std::vector<search::Hit> hits,
                                const search::TokenTable* table, Found& found) const {
    const bool is_arranged = Arrangement::is_asked(options_);
    if (options_.max_hits > 0 && hits.size() > options_.max_hits && !is_arranged)
        hits.resize(options_.max_hits);
    HitRows rows;
    if (wants_rows(options_)) {
        search::TokenTableBuilder builder(
            {std::begin(search::kDocumentAttributes), std::end(search::kDocumentAttributes)});
        if (!table) {
            search::add_document(document, builder);
            table = &builder.finish();
        }
        std::vector<search::TokenHit> places;
        for (const search::Hit& hit : hits) {
            const auto place = search::token_positions(document, {hit});
            if (!place.empty()) places.push_back(place.front());
        }
        rows = hit_rows(options_, *table, places);
    }
    if (options_.concordance.format == search::HitFormat::kPositions)
        found.positions = search::token_positions(document, hits);
    else if (options_.concordance.format == search::HitFormat::kColumns)
        found.bytes = std::move(rows.lines);
    else
        search::append_concordance(document, hits, options_.concordance, found.bytes);
    if (is_arranged) found.keyed = keyed_lines(options_, document, hits, found.bytes, rows.groups);
}

}  // namespace lede::tools
