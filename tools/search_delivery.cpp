#include "search_delivery.h"

#include <fmt/format.h>

#include <algorithm>

#include "message.h"
#include "tool.h"

namespace lede::tools {
namespace {

// Each hit is a line; whole sentences around hits (-A, -B) are not cut.
std::string_view first_lines(std::string_view text, std::uint64_t lines) {
    std::size_t end = 0;
    while (lines-- > 0 && end < text.size()) end = std::min(text.find('\n', end), text.size()) + 1;
    return text.substr(0, end);
}

}  // namespace

void SourceCounts::add(const std::string& source, std::uint64_t hits) {
    if (counts_.empty() || counts_.back().first != source) counts_.emplace_back(source, 0);
    counts_.back().second += hits;
}

std::string SourceCounts::lines() const {
    if (counts_.size() < 2)
        return fmt::format("{}\n", counts_.empty() ? 0 : counts_.front().second);
    std::string out;
    for (const auto& [source, hits] : counts_)
        out += fmt::format("{}:{}\n", escape_controls(source), hits);
    return out;
}

Delivery::Delivery(const SearchOptions& options, const ArticleSearch& search,
                   const std::vector<search::PatternSearch>& patterns)
    : options_(options),
      search_(search),
      output_(options.output),
      bad_("lede-search", options.run),
      vrt_(patterns, options.strategy, options.vrt_columns),
      arrangement_(options) {
    output_.write(hit_header(options));
}

bool Delivery::take(Found&& found) {
    if (found.error) return wanted_ = bad_.report(*found.error);
    if (found.document) found = search_.reopen(std::move(found), tokens_);
    if (found.vrt) return wanted_ = take_vrt(std::move(*found.vrt));
    return wanted_ = deliver(found);
}

bool Delivery::take_vrt(reading::RawRecord&& record) {
    std::string bytes = record.bytes;
    vrt_records_.push_back(std::move(record));
    return deliver_sections(vrt_.add(std::move(bytes)));
}

bool Delivery::deliver_sections(std::vector<search::VrtSection> sections) {
    for (search::VrtSection& section : sections) {
        if (options_.saved) section.hits = options_.saved->among(tokens_, section.tokens);
        Found found = search_.show(vrt_records_.front(), section, vrt_.columns());
        vrt_records_.pop_front();
        if (found.error ? !bad_.report(*found.error) : !deliver(found)) return false;
    }
    return true;
}

bool Delivery::deliver(Found& found) {
    bad_.count_good();
    counts_.add(found.source, found.hits);
    const bool counts_hits = options_.report == SearchReport::kHits;
    if (counts_hits && Arrangement::is_asked(options_)) {
        total_ += found.hits;
        tokens_ += found.tokens;
        arrangement_.add(std::move(found.keyed));
        return true;
    }
    const bool positions = options_.concordance.format == search::HitFormat::kPositions;
    if (found.hits > 0) {
        total_ += counts_hits ? found.hits : 1;
        const bool too_many = options_.max_hits > 0 && total_ > options_.max_hits;
        if (positions && counts_hits) write_positions(found);
        output_.write(too_many && counts_hits
                          ? first_lines(found.bytes, found.hits - (total_ - options_.max_hits))
                          : std::string_view(found.bytes));
        if (options_.report == SearchReport::kNothing) return false;
        if (options_.max_hits > 0 && total_ >= options_.max_hits) return false;
    }
    tokens_ += found.tokens;
    return true;
}

// As CQP dumps them: the first and the last token, counted over the whole input.
void Delivery::write_positions(const Found& found) {
    std::uint64_t left = found.hits;
    if (options_.max_hits > 0 && total_ > options_.max_hits) left -= total_ - options_.max_hits;
    for (const search::TokenHit& hit : found.positions) {
        if (left-- == 0) return;
        output_.write(fmt::format("{}\t{}\n", tokens_ + hit.begin, tokens_ + hit.end - 1));
    }
}

int Delivery::finish() {
    if (wanted_) deliver_sections(vrt_.finish());
    if (options_.report == SearchReport::kCount) output_.write(counts_.lines());
    if (options_.report == SearchReport::kHits && Arrangement::is_asked(options_))
        arrangement_.finish(output_);
    output_.finish();
    bad_.finish();
    if (options_.report == SearchReport::kNothing && total_ > 0) return kExitDone;
    const int status = bad_.exit_status();
    return status != kExitDone ? status : total_ > 0 ? kExitDone : kExitNothingFound;
}

}  // namespace lede::tools
