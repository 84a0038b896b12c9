#include "writing/database_rows.h"

#include <cmath>
#include <optional>
#include <vector>

#include "relations/identity.h"
#include "writing/cells.h"
#include "writing/iso_date.h"
#include "writing/json_writer.h"
#include "writing/record_writer.h"

namespace lede::writing {
namespace {

enum TableNumber : std::uint8_t {
    kArticles,
    kMeta,
    kSentences,
    kEntities,
    kQuotes,
    kCitations,
    kMentions,
    kDates,
};

// The rows of one document.
class Rows {
  public:
    Rows(const Document& document, OffsetUnit unit, std::string& out)
        : document_(document), map_(document.text(), unit), cells_(out) {}

    void write(bool with_text) {
        write_article(with_text);
        for (const auto& [key, value] : document_.article.meta)
            cells_.row(kMeta).text(key).text(value);
        write_sentences();
        write_entities();
        write_items(kQuotes, document_.quotes, 'q');
        write_items(kCitations, document_.citations, 'c');
        write_items(kMentions, document_.mentions, 'm');
        write_items(kDates, document_.dates, 'd');
    }

  private:
    void write_article(bool with_text) {
        const Article& article = document_.article;
        cells_.row(kArticles).text(article.id).text_or_null(article.published);
        cells_.text_or_null(article.published.empty() ? "" : name_of(article.published_from));
        cells_.text_or_null(article.title).text_or_null(article.byline);
        cells_.text_or_null(article.publication).text_or_null(article.source);
        cells_.text_or_null(article.language);
        number(count_words(document_));
        number(article.text.size());
        if (with_text)
            cells_.text(article.text);
        else
            cells_.null();
    }

    void write_sentences() {
        for (std::size_t i = 0; i < document_.sentences.size(); ++i) {
            const Sentence& sentence = document_.sentences[i];
            cells_.row(kSentences);
            number(i);
            offsets(sentence.span);
            cells_.text_or_null(sentence.block == kNone
                                    ? ""
                                    : name_of(document_.article.blocks[sentence.block].kind));
            number(count_words(document_, sentence.first_token, sentence.last_token));
            cells_.text(document_.text_of(sentence.span));
        }
    }

    void write_entities() {
        const std::vector<std::string> keys = relations::identity_keys(document_);
        const std::vector<EntityType> types = relations::entity_types(document_);
        for (std::uint32_t i = 0; i < document_.entities.size(); ++i) {
            const Entity& entity = document_.entities[i];
            cells_.row(kEntities);
            reference('e', i);
            cells_.text(lede::name_of(types[i])).text(entity.name);
            cells_.text_or_null(entity.link).text(keys[i]);
        }
    }

    // A layer of annotations: what all carry around what each kind adds.
    template <typename Annotation>
    void write_items(TableNumber table, const std::vector<Annotation>& items, char letter) {
        for (std::uint32_t i = 0; i < items.size(); ++i) {
            const Place& place = items[i].place;
            cells_.row(table);
            reference(letter, i);
            offsets(place.span);
            cells_.text(document_.text_of(place.span));
            write_own(items[i]);
            if (place.sentence == kNone)
                cells_.null();
            else
                number(place.sentence);
            reference('q', place.quote);
            share(place.confidence);
        }
    }

    void write_own(const Mention& mention) {
        cells_.text(lede::name_of(mention.type));
        reference('e', mention.entity);
        reference('c', mention.citation);
        cells_.text_or_null(mention.value).text_or_null(mention.currency);
    }

    void write_own(const Timex& timex) {
        cells_.text(lede::name_of(timex.type)).text(timex.value).text_or_null(timex.mod);
        cells_.text_or_null(timex.quant).text_or_null(timex.freq).text_or_null(timex.zone);
        day(timex.from);
        day(timex.to);
        cells_.integer(timex.invalid).integer(timex.ambiguous);
    }

    void write_own(const Quote& quote) {
        cells_.text(lede::name_of(quote.kind));
        reference('g', quote.group);
        if (quote.speaker) {
            cells_.text(quote.speaker->name).text(document_.text_of(quote.speaker->span));
            reference('e', quote.speaker->entity);
            cells_.text(lede::name_of(quote.speaker->kind));
            offsets(quote.speaker->span);
        } else {
            for (int i = 0; i < 6; ++i) cells_.null();
        }
        cells_.text_or_null(quote.cue ? document_.text_of(*quote.cue) : "");
        cells_.text_or_null(quote.polarity);
    }

    void write_own(const Citation& citation) {
        cells_.text(lede::name_of(citation.kind)).text_or_null(citation.id);
        cells_.text_or_null(citation.id_end).text_or_null(fields_of(citation));
        cells_.text_or_null(citation.work).text_or_null(citation.title);
        cells_.text_or_null(citation.url);
        std::vector<std::string> same;
        for (const std::uint32_t other : citation.same)
            same.push_back('c' + std::to_string(other + 1));
        cells_.text_or_null(array_of(same)).text_or_null(array_of(citation.candidates));
    }

    // JSON, which SQLite can take apart: {"jurisdiction":"ru"}; empty for no fields.
    static std::string fields_of(const Citation& citation) {
        std::string out;
        if (citation.fields.empty()) return out;
        JsonWriter json(out);
        json.begin_object();
        for (const auto& [key, value] : citation.fields) json.key(key).string(value);
        json.end_object();
        return out;
    }

    static std::string array_of(const std::vector<std::string>& items) {
        std::string out;
        if (items.empty()) return out;
        JsonWriter json(out);
        json.begin_array();
        for (const std::string& item : items) json.string(item);
        json.end_array();
        return out;
    }

    void number(std::size_t value) { cells_.integer(static_cast<std::int64_t>(value)); }

    void offsets(Span span) {
        number(map_.from_bytes(span.begin));
        number(map_.from_bytes(span.end));
    }

    void reference(char kind, std::uint32_t index) {
        if (index == kNone)
            cells_.null();
        else
            cells_.text(kind + std::to_string(index + 1));
    }

    // Two digits, as records have it.
    void share(float value) {
        if (value < 0)
            cells_.null();
        else
            cells_.real(std::round(double{value} * 100) / 100);
    }

    void day(const std::optional<std::chrono::year_month_day>& date) {
        cells_.text_or_null(date ? iso_date(*date) : std::string());
    }

    const Document& document_;
    OffsetMap map_;
    CellWriter cells_;
};

}  // namespace

void DatabaseRows::append(const Document& document, std::string& out) const {
    Rows(document, unit_, out).write(with_text_);
}

}  // namespace lede::writing
