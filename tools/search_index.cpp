#include "search_index.h"

#include <fmt/format.h>

#include "message.h"
#include "search/concordance.h"
#include "search/document_table.h"
#include "search/index_reader.h"
#include "search_arrangement.h"
#include "tool.h"
#include "writing/output.h"

namespace lede::tools {
namespace {

class IndexAnswers {
  public:
    IndexAnswers(const SearchOptions& options, const std::vector<search::PatternSearch>& patterns)
        : options_(options),
          patterns_(patterns),
          output_(options.output),
          arrangement_(options),
          is_arranged_(options.report == SearchReport::kHits && Arrangement::is_asked(options)) {
        output_.write(hit_header(options));
    }

    void add(const std::string& folder, bool is_one_of_several) {
        const search::IndexReader index(folder);
        const std::uint64_t before = hits_;
        for (std::size_t i = 0; i < index.segments() && !is_enough(); ++i) {
            const std::uint64_t first = first_token_ + index.first_token(i);
            const search::Segment& segment = index.segment(i);
            print(segment, first,
                  options_.saved ? options_.saved->among(first, segment.table().size)
                                 : index.find(i, patterns_, options_.strategy));
        }
        for (std::size_t i = 0; i < index.segments(); ++i)
            first_token_ += index.segment(i).table().size;
        if (options_.report != SearchReport::kCount) return;
        if (is_one_of_several)
            output_.write(fmt::format("{}:{}\n", escape_controls(folder), hits_ - before));
        else
            output_.write(fmt::format("{}\n", hits_ - before));
    }

    int finish() {
        if (is_arranged_) arrangement_.finish(output_);
        output_.finish();
        return hits_ > 0 ? kExitDone : kExitNothingFound;
    }

  private:
    bool is_enough() const {
        return (options_.max_hits > 0 && !is_arranged_ && printed_ >= options_.max_hits) ||
               (options_.report == SearchReport::kNothing && hits_ > 0);
    }

    void print(const search::Segment& segment, std::uint64_t base,
               const std::vector<search::TokenHit>& found) {
        hits_ += found.size();
        if (options_.report == SearchReport::kCount || options_.report == SearchReport::kNothing)
            return;
        if (options_.report == SearchReport::kHits &&
            options_.concordance.format == search::HitFormat::kPositions)
            return print_positions(base, found);
        for (std::size_t at = 0; at < found.size() && !is_enough();) {
            const std::uint32_t document = segment.document_at(found[at].begin);
            const std::uint32_t end = segment.document_end(document);
            std::size_t next = at;
            while (next < found.size() && found[next].begin < end) ++next;
            if (options_.report == SearchReport::kIds)
                print_id(segment, document);
            else
                print_document(segment, document,
                               {found.begin() + static_cast<long>(at),
                                found.begin() + static_cast<long>(next)});
            at = next;
        }
    }

    void print_positions(std::uint64_t base, const std::vector<search::TokenHit>& found) {
        fmt::memory_buffer lines;
        for (const search::TokenHit& hit : found) {
            if (is_enough()) break;
            fmt::format_to(std::back_inserter(lines), "{}\t{}\n", base + hit.begin,
                           base + hit.end - 1);
            ++printed_;
        }
        output_.write({lines.data(), lines.size()});
    }

    void print_id(const search::Segment& segment, std::uint32_t document) {
        output_.write(segment.document_id(document));
        output_.write(options_.null_ids ? std::string_view("\0", 1) : "\n");
        ++printed_;
    }

    void print_document(const search::Segment& segment, std::uint32_t number,
                        const std::vector<search::TokenHit>& found) {
        const std::uint32_t begin = segment.document_begin(number);
        const Document document = search::document_of(
            segment.table(), begin, segment.document_end(number), segment.document_id(number));
        std::vector<search::Hit> hits;
        std::vector<search::TokenHit> shown;
        for (const search::TokenHit& hit : found) {
            if (is_enough()) break;
            shown.push_back(hit);
            const auto last = std::min<std::size_t>(hit.end - begin, document.tokens.size()) - 1;
            const Span span =
                cover(document.tokens[hit.begin - begin].span, document.tokens[last].span);
            hits.push_back({span, search::sentence_at(document, span.begin)});
            ++printed_;
        }
        std::string lines;
        HitRows rows;
        if (wants_rows(options_)) rows = hit_rows(options_, segment.table(), shown);
        if (options_.concordance.format == search::HitFormat::kColumns)
            lines = std::move(rows.lines);
        else
            search::append_concordance(document, hits, options_.concordance, lines);
        if (is_arranged_)
            arrangement_.add(keyed_lines(options_, document, hits, lines, rows.groups));
        else
            output_.write(lines);
    }

    const SearchOptions& options_;
    const std::vector<search::PatternSearch>& patterns_;
    writing::Output output_;
    Arrangement arrangement_;
    bool is_arranged_;
    std::uint64_t first_token_ = 0;
    std::uint64_t hits_ = 0;
    std::uint64_t printed_ = 0;
};

}  // namespace

int search_indexes(const SearchOptions& options, const std::vector<std::string>& indexes,
                   const std::vector<search::PatternSearch>& patterns) {
    IndexAnswers answers(options, patterns);
    for (const std::string& index : indexes) answers.add(index, indexes.size() > 1);
    return answers.finish();
}

}  // namespace lede::tools
