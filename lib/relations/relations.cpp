#include "relations/relations.h"

#include <algorithm>

namespace lede::relations {
namespace {

// Index of the sentence that holds the begin of the span, or kNone.
std::uint32_t sentence_of(const Document& document, Span span) {
    const auto after = std::upper_bound(
        document.sentences.begin(), document.sentences.end(), span.begin,
        [](std::uint32_t begin, const Sentence& sentence) { return begin < sentence.span.begin; });
    if (after == document.sentences.begin()) return kNone;
    const auto sentence = after - 1;
    if (span.begin >= sentence->span.end) return kNone;
    return static_cast<std::uint32_t>(sentence - document.sentences.begin());
}

// For spans that come in order of begin: the innermost quote that contains each. Quotes nest, so
// the open ones form a stack.
class QuoteCursor {
  public:
    explicit QuoteCursor(const std::vector<Quote>& quotes) : quotes_(quotes) {}

    std::uint32_t containing(Span span) {
        while (next_ < quotes_.size() && quotes_[next_].place.span.begin <= span.begin) {
            close_until(quotes_[next_].place.span.begin);
            open_.push_back(static_cast<std::uint32_t>(next_++));
        }
        close_until(span.begin);
        for (std::size_t i = open_.size(); i-- > 0;)
            if (quotes_[open_[i]].place.span.contains(span) && !is_self(open_[i], span))
                return open_[i];
        return kNone;
    }

  private:
    // Takes the quotes that have ended off the stack, before others lie on them for good.
    void close_until(std::uint32_t begin) {
        while (!open_.empty() && quotes_[open_.back()].place.span.end <= begin) open_.pop_back();
    }
    bool is_self(std::uint32_t i, Span span) const { return quotes_[i].place.span == span; }

    const std::vector<Quote>& quotes_;
    std::size_t next_ = 0;
    std::vector<std::uint32_t> open_;
};

template <typename Annotations>
void place(const Document& document, Annotations& annotations) {
    QuoteCursor quotes(document.quotes);
    for (auto& annotation : annotations) {
        annotation.place.sentence = sentence_of(document, annotation.place.span);
        annotation.place.quote = quotes.containing(annotation.place.span);
    }
}

// A LAW mention is the citation that covers it, or begins inside it. Both layers are sorted.
void link_laws(Document& document) {
    std::size_t next = 0;
    for (Mention& mention : document.mentions) {
        if (mention.type != EntityType::kLaw || mention.citation != kNone) continue;
        const Span law = mention.place.span;
        while (next < document.citations.size() &&
               document.citations[next].place.span.end <= law.begin)
            ++next;
        if (next < document.citations.size() && document.citations[next].place.span.overlaps(law))
            mention.citation = static_cast<std::uint32_t>(next);
    }
}

}  // namespace

void relate(Document& document) {
    place(document, document.mentions);
    place(document, document.dates);
    place(document, document.citations);
    place(document, document.quotes);
    link_laws(document);
}

}  // namespace lede::relations
