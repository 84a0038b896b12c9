#include "writing/table_writer.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "text/utf8.h"
#include "writing/iso_date.h"
#include "writing/json_writer.h"
#include "writing/record_writer.h"

namespace lede::writing {
namespace {

constexpr std::uint32_t kMostContextBytes = 1000;  // on each side of an item

constexpr std::array<std::string_view, 16> kArticleColumns = {
    "article", "published", "published_from", "title",     "byline",   "publication",
    "source",  "language",  "words",          "sentences", "entities", "dates",
    "quotes",  "citations", "bytes",          "meta"};
constexpr std::array<std::string_view, 8> kSentenceColumns = {
    "article", "published", "sentence", "begin", "end", "block", "words", "sentence_text"};
constexpr std::array<std::string_view, 12> kTokenColumns = {
    "article", "published", "sentence", "token", "begin", "end",
    "text",    "joined",    "upos",     "xpos",  "lemma", "sentence_text"};
constexpr std::array<std::string_view, 17> kEntityColumns = {
    "article",  "published", "id",    "begin",      "end",          "text",
    "type",     "entity",    "name",  "link",       "citation",     "value",
    "currency", "sentence",  "quote", "confidence", "sentence_text"};
constexpr std::array<std::string_view, 20> kDateColumns = {
    "article", "published", "id",       "begin", "end",        "text",         "type",
    "value",   "mod",       "quant",    "freq",  "zone",       "from",         "to",
    "invalid", "ambiguous", "sentence", "quote", "confidence", "sentence_text"};
constexpr std::array<std::string_view, 20> kQuoteColumns = {"article",
                                                            "published",
                                                            "id",
                                                            "begin",
                                                            "end",
                                                            "text",
                                                            "kind",
                                                            "group",
                                                            "speaker",
                                                            "speaker_text",
                                                            "speaker_entity",
                                                            "speaker_kind",
                                                            "speaker_begin",
                                                            "speaker_end",
                                                            "cue",
                                                            "polarity",
                                                            "sentence",
                                                            "quote",
                                                            "confidence",
                                                            "sentence_text"};
constexpr std::array<std::string_view, 19> kCitationColumns = {
    "article",    "published",      "id",     "begin",      "end",          "text", "kind",
    "normalized", "normalized_end", "fields", "work",       "title",        "url",  "same",
    "candidates", "sentence",       "quote",  "confidence", "sentence_text"};

// The rows of one document.
class Rows {
  public:
    Rows(const Document& document, Dialect dialect, OffsetUnit unit, std::string& out)
        : document_(document), map_(document.text(), unit), row_(out, dialect) {}

    void write(Table table) {
        switch (table) {
            case Table::kArticles:
                return write_article();
            case Table::kSentences:
                return write_sentences();
            case Table::kTokens:
                return write_tokens();
            case Table::kEntities:
                return write_items(document_.mentions, 'm');
            case Table::kDates:
                return write_items(document_.dates, 'd');
            case Table::kQuotes:
                return write_items(document_.quotes, 'q');
            case Table::kCitations:
                return write_items(document_.citations, 'c');
        }
    }

  private:
    void begin_row() {
        row_.text(document_.article.id);
        row_.text(document_.article.published);
    }

    void offsets(Span span) {
        row_.number(map_.from_bytes(span.begin));
        row_.number(map_.from_bytes(span.end));
    }

    void reference(char kind, std::uint32_t index) {
        if (index == kNone)
            row_.empty();
        else
            row_.text(kind + std::to_string(index + 1));
    }

    void index(std::uint32_t value) {
        if (value == kNone)
            row_.empty();
        else
            row_.number(value);
    }

    void share(float value) {
        std::string digits;
        if (value >= 0) JsonWriter(digits).share(value);
        row_.text(digits);
    }

    void day(const std::optional<std::chrono::year_month_day>& date) {
        row_.text(date ? iso_date(*date) : std::string());
    }

    // The sentence's text, cut around the item where the sentence is endless.
    void sentence_text(std::uint32_t sentence, Span item) {
        if (sentence == kNone || sentence >= document_.sentences.size()) return row_.empty();
        Span shown = document_.sentences[sentence].span;
        if (shown.size() > 2 * kMostContextBytes) {
            const std::string_view text = document_.text();
            const auto boundary = [&](std::uint32_t at) {
                while (at < text.size() && utf8::is_continuation(text[at])) ++at;
                return at;
            };
            if (item.begin > shown.begin + kMostContextBytes)
                shown.begin = boundary(item.begin - kMostContextBytes);
            const std::uint32_t last =
                std::min(item.end, item.begin + kMostContextBytes) + kMostContextBytes;
            if (last < shown.end) shown.end = boundary(last);
        }
        row_.text(document_.text_of(shown));
    }

    void write_article() {
        const Article& article = document_.article;
        begin_row();
        row_.text(name_of(article.published_from));
        row_.text(article.title);
        row_.text(article.byline);
        row_.text(article.publication);
        row_.text(article.source);
        row_.text(article.language);
        row_.number(count_words(document_));
        row_.number(document_.sentences.size());
        row_.number(document_.mentions.size());
        row_.number(document_.dates.size());
        row_.number(document_.quotes.size());
        row_.number(document_.citations.size());
        row_.number(article.text.size());
        row_.text(article.meta.empty() ? std::string() : meta());
        row_.end();
    }

    std::string meta() const {
        std::string out;
        JsonWriter json(out);
        json.begin_object();
        for (const auto& [key, value] : document_.article.meta) json.key(key).raw(value);
        json.end_object();
        return out;
    }

    void write_sentences() {
        for (std::size_t i = 0; i < document_.sentences.size(); ++i) {
            const Sentence& sentence = document_.sentences[i];
            begin_row();
            row_.number(i);
            offsets(sentence.span);
            if (sentence.block == kNone)
                row_.empty();
            else
                row_.text(name_of(document_.article.blocks[sentence.block].kind));
            row_.number(count_words(document_, sentence.first_token, sentence.last_token));
            row_.text(document_.text_of(sentence.span));
            row_.end();
        }
    }

    void write_tokens() {
        const bool has_upos = document_.computed.has(Layer::kUpos);
        const bool has_xpos = document_.computed.has(Layer::kXpos);
        const bool has_lemmas = document_.computed.has(Layer::kLemmas);
        for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
            const Sentence& sentence = document_.sentences[s];
            for (std::size_t t = sentence.first_token; t < sentence.last_token; ++t) {
                begin_row();
                row_.number(s);
                row_.number(t);
                offsets(document_.tokens[t].span);
                row_.text(document_.token_text(t));
                row_.boolean(document_.tokens[t].joined);
                row_.text(has_upos ? lede::name_of(document_.upos[t]) : "");
                row_.text(has_xpos ? kXposNames[document_.xpos[t]] : "");
                row_.text(has_lemmas ? document_.lemma(t) : "");
                sentence_text(static_cast<std::uint32_t>(s), document_.tokens[t].span);
                row_.end();
            }
        }
    }

    // A layer of annotations: what all carry around what each kind adds.
    template <typename Annotation>
    void write_items(const std::vector<Annotation>& annotations, char letter) {
        for (std::size_t i = 0; i < annotations.size(); ++i) {
            const Place& place = annotations[i].place;
            begin_row();
            reference(letter, static_cast<std::uint32_t>(i));
            offsets(place.span);
            row_.text(document_.text_of(place.span));
            write_own(annotations[i]);
            index(place.sentence);
            reference('q', place.quote);
            share(place.confidence);
            sentence_text(place.sentence, place.span);
            row_.end();
        }
    }

    void write_own(const Mention& mention) {
        row_.text(lede::name_of(mention.type));
        reference('e', mention.entity);
        const bool known = mention.entity != kNone;
        row_.text(known ? document_.entities[mention.entity].name : std::string());
        row_.text(known ? document_.entities[mention.entity].link : std::string());
        reference('c', mention.citation);
        row_.text(mention.value);
        row_.text(mention.currency);
    }

    void write_own(const Timex& timex) {
        row_.text(lede::name_of(timex.type));
        row_.text(timex.value);
        row_.text(timex.mod);
        row_.text(timex.quant);
        row_.text(timex.freq);
        row_.text(timex.zone);
        day(timex.from);
        day(timex.to);
        row_.boolean(timex.invalid);
        row_.boolean(timex.ambiguous);
    }

    void write_own(const Quote& quote) {
        row_.text(lede::name_of(quote.kind));
        reference('g', quote.group);
        if (quote.speaker) {
            row_.text(quote.speaker->name);
            row_.text(document_.text_of(quote.speaker->span));
            reference('e', quote.speaker->entity);
            row_.text(lede::name_of(quote.speaker->kind));
            offsets(quote.speaker->span);
        } else {
            for (int i = 0; i < 6; ++i) row_.empty();
        }
        row_.text(quote.cue ? document_.text_of(*quote.cue) : "");
        row_.text(quote.polarity);
    }

    void write_own(const Citation& citation) {
        row_.text(lede::name_of(citation.kind));
        row_.text(citation.id);
        row_.text(citation.id_end);
        std::string fields;
        for (const auto& [key, value] : citation.fields)
            fields += (fields.empty() ? "" : "; ") + key + '=' + value;
        row_.text(fields);
        row_.text(citation.work);
        row_.text(citation.title);
        row_.text(citation.url);
        std::string same;
        for (const std::uint32_t other : citation.same)
            same += (same.empty() ? "c" : " c") + std::to_string(other + 1);
        row_.text(same);
        std::string candidates;
        for (const std::string& candidate : citation.candidates)
            candidates += (candidates.empty() ? "" : " ") + candidate;
        row_.text(candidates);
    }

    const Document& document_;
    OffsetMap map_;
    RowWriter row_;
};

}  // namespace

std::span<const std::string_view> columns_of(Table table) {
    switch (table) {
        case Table::kArticles:
            return kArticleColumns;
        case Table::kSentences:
            return kSentenceColumns;
        case Table::kTokens:
            return kTokenColumns;
        case Table::kEntities:
            return kEntityColumns;
        case Table::kDates:
            return kDateColumns;
        case Table::kQuotes:
            return kQuoteColumns;
        case Table::kCitations:
            return kCitationColumns;
    }
    return {};
}

Layers layers_of(Table table) {
    if (table == Table::kSentences) return {Layer::kBlocks, Layer::kSentences};
    if (table == Table::kTokens)
        return {Layer::kBlocks, Layer::kSentences, Layer::kTokens,
                Layer::kUpos,   Layer::kXpos,      Layer::kLemmas};
    return kDefaultLayers;
}

void TableWriter::begin(std::string& out) const {
    RowWriter row(out, dialect_);
    for (const std::string_view column : columns_of(table_)) row.text(column);
    row.end();
}

void TableWriter::append(const Document& document, std::string& out) const {
    Rows(document, dialect_, unit_, out).write(table_);
}

}  // namespace lede::writing
