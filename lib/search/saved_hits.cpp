#include "search/saved_hits.h"

#include <algorithm>
#include <charconv>

#include "search/concordance.h"
#include "text/utf8.h"

namespace lede::search {
namespace {

std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    for (;;) {
        const std::size_t tab = std::min(line.find('\t'), line.size());
        cells.push_back(line.substr(0, tab));
        if (tab == line.size()) return cells;
        line.remove_prefix(tab + 1);
    }
}

bool parse_number(std::string_view text, std::uint64_t& number) {
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    return !text.empty() && parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
}

// Byte offsets of ascending code points.
class CodePointWalk {
  public:
    explicit CodePointWalk(std::string_view text) : text_(text) {}

    // The end of the text for what lies behind it.
    std::size_t byte_of(std::uint64_t code_point) {
        if (code_point < code_point_) code_point_ = 0, byte_ = 0;
        while (code_point_ < code_point && byte_ < text_.size()) {
            byte_ += utf8::decode(text_, byte_).size;
            ++code_point_;
        }
        return byte_;
    }

  private:
    std::string_view text_;
    std::uint64_t code_point_ = 0;
    std::size_t byte_ = 0;
};

}  // namespace

bool SavedHits::parse_stretch(std::string_view begin, std::string_view end, Stretch& stretch) {
    return parse_number(begin, stretch.begin) && parse_number(end, stretch.end);
}

// The last token is part of the hit, as CQP has it.
bool SavedHits::add_position(std::string_view line) {
    const std::vector<std::string_view> cells = cells_of(line);
    Stretch hit;
    if (cells.size() != 2 || !parse_stretch(cells[0], cells[1], hit) || hit.end < hit.begin)
        return false;
    ++hit.end;
    positions_.push_back(hit);
    return true;
}

Result<SavedHits> SavedHits::parse(std::string_view text) {
    SavedHits saved;
    std::uint64_t number = 0;
    std::size_t id = 0, begin = 0, end = 0;
    bool is_table = false;
    while (!text.empty()) {
        const std::size_t size = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, size);
        text.remove_prefix(std::min(size + 1, text.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (++number == 1 && line.starts_with("id\t")) {
            const std::vector<std::string_view> names = cells_of(line);
            const auto place = [&](std::string_view name) {
                return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
            };
            id = place("id"), begin = place("begin"), end = place("end");
            is_table = begin < names.size() && end < names.size();
            if (is_table) continue;
        }
        if (line.empty()) continue;
        bool is_hit = !is_table && saved.add_position(line);
        if (is_table) {
            const std::vector<std::string_view> cells = cells_of(line);
            Stretch hit;
            is_hit = cells.size() > std::max(begin, end) &&
                     parse_stretch(cells[begin], cells[end], hit) && hit.begin <= hit.end;
            if (is_hit) saved.ids_[std::string(cells[id])].push_back(hit);
        }
        if (!is_hit)
            return Error{{}, number, 0, "is no saved hit: save with --format positions or --tsv"};
    }
    std::ranges::sort(saved.positions_);
    for (auto& [key, hits] : saved.ids_) std::ranges::sort(hits);
    return saved;
}

std::vector<TokenHit> SavedHits::among(std::uint64_t first, std::uint32_t tokens) const {
    std::vector<TokenHit> hits;
    auto hit = std::ranges::lower_bound(positions_, first, {}, &Stretch::begin);
    for (; hit != positions_.end() && hit->begin < first + tokens; ++hit)
        hits.push_back(
            {static_cast<std::uint32_t>(hit->begin - first),
             static_cast<std::uint32_t>(std::min<std::uint64_t>(hit->end - first, 0xFFFFFFFF))});
    return hits;
}

std::vector<Hit> SavedHits::of(const Document& document) const {
    std::vector<Hit> hits;
    const auto known = ids_.find(document.article.id);
    if (known == ids_.end()) return hits;
    CodePointWalk walk(document.text());
    for (const Stretch& hit : known->second) {
        const std::size_t begin = walk.byte_of(hit.begin);
        const std::size_t end = walk.byte_of(hit.end);
        if (begin >= document.text().size()) break;
        const Span span = make_span(begin, end);
        hits.push_back({span, sentence_at(document, span.begin)});
    }
    return hits;
}

}  // namespace lede::search
