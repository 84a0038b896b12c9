#include "writing/highlights.h"

#include <algorithm>

namespace lede::writing {
namespace {

template <typename Annotation>
void collect(std::vector<Highlight>& highlights, const std::vector<Annotation>& annotations,
             HighlightKind kind) {
    for (std::size_t i = 0; i < annotations.size(); ++i)
        if (!annotations[i].place.span.empty())
            highlights.push_back({annotations[i].place.span, kind, static_cast<std::uint32_t>(i)});
}

// The marks that are open at one place of the text, outermost first.
class OpenMarks {
  public:
    explicit OpenMarks(HighlightSink& sink) : sink_(sink) {}

    void open(const Highlight& highlight) {
        sink_.open(highlight, true);
        open_.push_back(&highlight);
    }

    // Where the next of them ends, at most `limit`.
    std::uint32_t next_end(std::uint32_t limit) const {
        for (const Highlight* mark : open_) limit = std::min(limit, mark->span.end);
        return limit;
    }

    // Closes all that end at or before `at`; those inside them that go on are opened again.
    void close_until(std::uint32_t at) {
        const auto ends = [at](const Highlight* mark) { return mark->span.end <= at; };
        const auto outermost = std::find_if(open_.begin(), open_.end(), ends);
        const auto first = static_cast<std::size_t>(outermost - open_.begin());
        for (std::size_t i = open_.size(); i-- > first;) sink_.close(*open_[i]);
        open_.erase(std::remove_if(outermost, open_.end(), ends), open_.end());
        for (std::size_t i = first; i < open_.size(); ++i) sink_.open(*open_[i], false);
    }

    void close_all() {
        for (std::size_t i = open_.size(); i-- > 0;) sink_.close(*open_[i]);
    }

  private:
    HighlightSink& sink_;
    std::vector<const Highlight*> open_;
};

}  // namespace

std::vector<Highlight> highlights_of(const Document& document) {
    std::vector<Highlight> highlights;
    collect(highlights, document.quotes, HighlightKind::kQuote);
    collect(highlights, document.citations, HighlightKind::kCitation);
    collect(highlights, document.dates, HighlightKind::kDate);
    collect(highlights, document.mentions, HighlightKind::kMention);
    std::stable_sort(highlights.begin(), highlights.end(),
                     [](const Highlight& a, const Highlight& b) { return a.span < b.span; });
    return highlights;
}

void walk_highlights(const Document& document, Span within, std::span<const Highlight> highlights,
                     std::size_t& next, HighlightSink& sink) {
    OpenMarks open(sink);
    const auto begin_of = [&](std::size_t i) {
        return i < highlights.size() ? highlights[i].span.begin : within.end;
    };
    std::uint32_t at = within.begin;
    while (next < highlights.size() && begin_of(next) < within.begin) ++next;
    while (at < within.end) {
        for (; next < highlights.size() && begin_of(next) == at; ++next)
            open.open(highlights[next]);
        const std::uint32_t end = open.next_end(std::min(within.end, begin_of(next)));
        sink.text(document.text_of({at, end}));
        at = end;
        if (at < within.end) open.close_until(at);
    }
    open.close_all();
}

}  // namespace lede::writing
