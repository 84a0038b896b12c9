#include "search/document_table.h"

#include <algorithm>
#include <functional>

#include "text/lower_case.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "writing/iso_date.h"

namespace lede::search {
namespace {

class DocumentTable {
  public:
    DocumentTable(const Document& document, TokenTableBuilder& builder)
        : document_(document), builder_(builder), base_(builder.size()) {}

    void add() {
        builder_.begin_stretch();
        for (std::size_t i = 0; i < document_.tokens.size(); ++i) add_token(i);
        for (const Sentence& sentence : document_.sentences)
            builder_.add_region("s", base_ + sentence.first_token, base_ + sentence.last_token, {});
        for (const Block& block : document_.article.blocks)
            add_region("p", block.span, {{"kind", std::string(name_of(block.kind))}});
        add_text();
        add_entities();
        add_dates();
        add_quotes();
        add_citations();
    }

  private:
    void add_token(std::size_t i) {
        const std::string_view word = document_.token_text(i);
        for (std::size_t k = 0; k < builder_.attributes().size(); ++k)
            builder_.add(k, value(builder_.attributes()[k], word, i));
        builder_.end_token();
    }

    std::string_view value(std::string_view attribute, std::string_view word, std::size_t i) {
        if (attribute == "word") return word;
        if (attribute == "lower") return scratch_ = lower_case(word);
        if (attribute == "shape") return shape_of(word);
        if (attribute == kBlankAttribute) {
            const std::uint32_t before = i == 0 ? 0 : document_.tokens[i - 1].span.end;
            return document_.text_of({before, document_.tokens[i].span.begin});
        }
        if (attribute == "lemma" && i < document_.lemmas.size()) return document_.lemma(i);
        if (attribute == "upos" && i < document_.upos.size()) return name_of(document_.upos[i]);
        if (attribute == "xpos" && i < document_.xpos.size()) return kXposNames[document_.xpos[i]];
        return "";
    }

    void add_region(const std::string& name, Span span, const AttributeValues& attributes) {
        const auto& tokens = document_.tokens;
        const auto first = std::ranges::upper_bound(
            tokens, span.begin, {}, [](const Token& token) { return token.span.end; });
        const auto last = std::ranges::lower_bound(
            first, tokens.end(), span.end, {}, [](const Token& token) { return token.span.begin; });
        builder_.add_region(name, base_ + static_cast<std::uint32_t>(first - tokens.begin()),
                            base_ + static_cast<std::uint32_t>(last - tokens.begin()), attributes);
    }

    static void put(AttributeValues& values, std::string_view name, std::string_view value) {
        if (!value.empty()) values.emplace_back(name, value);
    }

    static void put_day(AttributeValues& values, std::string_view name,
                        const std::optional<std::chrono::year_month_day>& day) {
        if (day) values.emplace_back(name, writing::iso_date(*day));
    }

    void add_text() {
        const Article& article = document_.article;
        AttributeValues values;
        put(values, "id", article.id);
        put(values, "source", article.source);
        put(values, "title", article.title);
        put(values, "byline", article.byline);
        put(values, "publication", article.publication);
        put(values, "published", article.published);
        put(values, "language", article.language);
        for (const auto& [key, json] : article.meta) {
            const bool is_string = json.size() > 1 && json.front() == '"';
            put(values, "meta." + key, is_string ? json.substr(1, json.size() - 2) : json);
        }
        const std::uint32_t end = document_.tokens.empty() ? 0 : document_.tokens.back().span.end;
        put(values, "tail", document_.text().substr(end));
        builder_.add_region("text", base_, builder_.size(), values);
    }

    void add_entities() {
        builder_.declare_region("entity");
        for (const Mention& mention : document_.mentions) {
            AttributeValues values;
            put(values, "type", name_of(mention.type));
            const std::string_view text = document_.text_of(mention.place.span);
            put(values, "text", text);
            if (mention.entity != kNone) {
                const Entity& entity = document_.entities[mention.entity];
                put(values, "entity", "e" + std::to_string(mention.entity + 1));
                put(values, "name", entity.name);
                put(values, "link", entity.link);
            } else {
                put(values, "name", text);
            }
            put(values, "value", mention.value);
            put(values, "currency", mention.currency);
            add_region("entity", mention.place.span, values);
        }
    }

    void add_dates() {
        builder_.declare_region("date");
        for (const Timex& timex : document_.dates) {
            AttributeValues values;
            put(values, "type", name_of(timex.type));
            put(values, "value", timex.value);
            put(values, "mod", timex.mod);
            put_day(values, "from", timex.from);
            put_day(values, "to", timex.to);
            put(values, "text", document_.text_of(timex.place.span));
            add_region("date", timex.place.span, values);
        }
    }

    void add_quotes() {
        builder_.declare_region("quote");
        for (const Quote& quote : document_.quotes) {
            AttributeValues values;
            put(values, "kind", name_of(quote.kind));
            if (quote.speaker) put(values, "speaker", quote.speaker->name);
            if (quote.cue) put(values, "cue", document_.text_of(*quote.cue));
            put(values, "polarity", quote.polarity);
            put(values, "text", document_.text_of(quote.place.span));
            add_region("quote", quote.place.span, values);
        }
    }

    void add_citations() {
        builder_.declare_region("citation");
        for (const Citation& citation : document_.citations) {
            AttributeValues values;
            put(values, "kind", name_of(citation.kind));
            put(values, "id", citation.id);
            put(values, "work", citation.work);
            put(values, "title", citation.title);
            put(values, "text", document_.text_of(citation.place.span));
            add_region("citation", citation.place.span, values);
        }
    }

    const Document& document_;
    TokenTableBuilder& builder_;
    std::uint32_t base_;
    std::string scratch_;
};

}  // namespace

std::string_view shape_of(std::string_view word) {
    if (word.empty()) return "p";
    const char32_t first = utf8::decode(word, 0).code_point;
    if (unicode::is_digit(first)) return "d";
    std::size_t letters = 0, small = 0;
    for (std::size_t at = 0; at < word.size();) {
        const utf8::Decoded next = utf8::decode(word, at);
        letters += unicode::is_letter(next.code_point);
        small += unicode::is_lower(next.code_point);
        at += next.size;
    }
    if (letters == 0) return "p";
    if (letters > 1 && small == 0 && unicode::is_upper(first)) return "X";
    return unicode::is_upper(first) ? "Xx" : "x";
}

void add_document(const Document& document, TokenTableBuilder& builder) {
    DocumentTable(document, builder).add();
}

}  // namespace lede::search
