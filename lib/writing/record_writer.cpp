#include "writing/record_writer.h"

#include <array>

#include "text/unicode.h"
#include "text/utf8.h"
#include "writing/iso_date.h"
#include "writing/json_writer.h"

namespace lede::writing {
namespace {

// One record on its way out: what all parts of it share.
class Record {
  public:
    Record(const Document& document, const RecordOptions& options, std::string& out)
        : document_(document), options_(options), map_(document.text(), options.unit), json_(out) {}

    void write() {
        json_.begin_object();
        write_head();
        if (options_.with_text) json_.key("text").string(document_.text());
        if (options_.with_blocks) write_blocks();
        if (asked(Layer::kSentences)) write_sentences();
        if (asked(Layer::kTokens)) write_tokens();
        write_tags();
        if (asked(Layer::kEntities)) write_list("entities", document_.mentions);
        if (asked(Layer::kDates)) write_list("dates", document_.dates);
        if (asked(Layer::kQuotes)) write_list("quotes", document_.quotes);
        if (asked(Layer::kNonspeech)) write_nonspeech();
        if (asked(Layer::kCitations)) write_list("citations", document_.citations);
        json_.end_object();
    }

  private:
    bool asked(Layer layer) const {
        return options_.layers.has(layer) && document_.computed.has(layer);
    }

    void write_if(std::string_view key, std::string_view value) {
        if (!value.empty()) json_.key(key).string(value);
    }

    void write_id(std::string_view key, char kind, std::size_t index) {
        json_.key(key).string(kind + std::to_string(index + 1));
    }

    void write_head() {
        const Article& article = document_.article;
        json_.key("lede").begin_object();
        json_.key("schema").number(kRecordSchema);
        json_.key("offsets").string(name_of(options_.unit));
        json_.end_object();
        json_.key("id").string(article.id);
        write_if("source", article.source);
        write_if("title", article.title);
        write_if("byline", article.byline);
        write_if("publication", article.publication);
        write_if("published", article.published);
        if (!article.published.empty()) write_if("published_from", name_of(article.published_from));
        json_.key("language").string(article.language);
        json_.key("words").number(count_words(document_));
        if (article.meta.empty()) return;
        json_.key("meta").begin_object();
        for (const auto& [key, value] : article.meta) json_.key(key).raw(value);
        json_.end_object();
    }

    void write_offsets(Span span) {
        json_.key("begin").number(map_.from_bytes(span.begin));
        json_.key("end").number(map_.from_bytes(span.end));
    }

    void write_pair(Span span) {
        json_.begin_array();
        json_.number(map_.from_bytes(span.begin));
        json_.number(map_.from_bytes(span.end));
        json_.end_array();
    }

    void write_located_text(Span span) {
        write_offsets(span);
        json_.key("text").string(document_.text_of(span));
    }

    void write_blocks() {
        json_.key("blocks").begin_array();
        for (const Block& block : document_.article.blocks) {
            json_.begin_object();
            write_offsets(block.span);
            json_.key("kind").string(name_of(block.kind));
            json_.end_object();
        }
        json_.end_array();
    }

    void write_sentences() {
        json_.key("sentences").begin_array();
        for (const Sentence& sentence : document_.sentences) write_pair(sentence.span);
        json_.end_array();
    }

    void write_tokens() {
        json_.key("tokens").begin_array();
        for (const Token& token : document_.tokens) write_pair(token.span);
        json_.end_array();
        json_.key("joined").begin_array();
        for (std::size_t i = 0; i < document_.tokens.size(); ++i)
            if (document_.tokens[i].joined) json_.number(i);
        json_.end_array();
    }

    void write_tags() {
        if (asked(Layer::kUpos)) {
            json_.key("upos").begin_array();
            for (const Upos tag : document_.upos) json_.string(lede::name_of(tag));
            json_.end_array();
        }
        if (asked(Layer::kXpos)) {
            json_.key("xpos").begin_array();
            for (const Xpos tag : document_.xpos) json_.string(kXposNames[tag]);
            json_.end_array();
        }
        if (asked(Layer::kLemmas)) {
            json_.key("lemmas").begin_array();
            for (std::size_t i = 0; i < document_.lemmas.size(); ++i)
                json_.string(document_.lemma(i));
            json_.end_array();
        }
    }

    void write_nonspeech() {
        json_.key("nonspeech").begin_array();
        for (const Span span : document_.nonspeech) {
            json_.begin_object();
            write_offsets(span);
            json_.end_object();
        }
        json_.end_array();
    }

    // A layer of annotations: what all carry around what each kind adds.
    template <typename Annotation>
    void write_list(std::string_view key, const std::vector<Annotation>& annotations) {
        json_.key(key).begin_array();
        for (std::size_t i = 0; i < annotations.size(); ++i) {
            const Place& place = annotations[i].place;
            json_.begin_object();
            write_id("id", letter_of(annotations[i]), i);
            write_located_text(place.span);
            write_own(annotations[i]);
            if (place.sentence != kNone) json_.key("sentence").number(place.sentence);
            if (place.quote != kNone && asked(Layer::kQuotes)) write_id("quote", 'q', place.quote);
            if (place.confidence >= 0) json_.key("confidence").share(place.confidence);
            json_.end_object();
        }
        json_.end_array();
    }

    static char letter_of(const Mention&) { return 'm'; }
    static char letter_of(const Timex&) { return 'd'; }
    static char letter_of(const Quote&) { return 'q'; }
    static char letter_of(const Citation&) { return 'c'; }

    void write_own(const Mention& mention) {
        json_.key("type").string(lede::name_of(mention.type));
        if (mention.entity != kNone) {
            const Entity& entity = document_.entities[mention.entity];
            write_id("entity", 'e', mention.entity);
            write_if("name", entity.name);
            write_if("link", entity.link);
        }
        if (mention.citation != kNone && asked(Layer::kCitations))
            write_id("citation", 'c', mention.citation);
        write_if("value", mention.value);
        write_if("currency", mention.currency);
    }

    void write_own(const Timex& timex) {
        json_.key("type").string(lede::name_of(timex.type));
        json_.key("value").string(timex.value);
        write_if("mod", timex.mod);
        write_if("quant", timex.quant);
        write_if("freq", timex.freq);
        write_if("zone", timex.zone);
        if (timex.from) json_.key("from").string(iso_date(*timex.from));
        if (timex.to) json_.key("to").string(iso_date(*timex.to));
        if (timex.invalid) json_.key("invalid").boolean(true);
        if (timex.ambiguous) json_.key("ambiguous").boolean(true);
    }

    void write_own(const Quote& quote) {
        json_.key("kind").string(lede::name_of(quote.kind));
        write_id("group", 'g', quote.group);
        if (quote.speaker) {
            json_.key("speaker").begin_object();
            write_located_text(quote.speaker->span);
            if (quote.speaker->entity != kNone) write_id("entity", 'e', quote.speaker->entity);
            json_.key("name").string(quote.speaker->name);
            json_.key("kind").string(lede::name_of(quote.speaker->kind));
            json_.end_object();
        }
        if (quote.cue) {
            json_.key("cue").begin_object();
            write_located_text(*quote.cue);
            json_.end_object();
        }
        write_if("polarity", quote.polarity);
    }

    void write_own(const Citation& citation) {
        json_.key("kind").string(lede::name_of(citation.kind));
        json_.key("normalized").begin_object();
        write_if("id", citation.id);
        write_if("id_end", citation.id_end);
        for (const auto& [key, value] : citation.fields) json_.key(key).string(value);
        json_.end_object();
        write_if("work", citation.work);
        write_if("title", citation.title);
        write_if("url", citation.url);
        if (!citation.same.empty()) {
            json_.key("same").begin_array();
            for (const std::uint32_t other : citation.same)
                json_.string('c' + std::to_string(other + 1));
            json_.end_array();
        }
        if (!citation.candidates.empty()) {
            json_.key("candidates").begin_array();
            for (const std::string& candidate : citation.candidates) json_.string(candidate);
            json_.end_array();
        }
    }

    const Document& document_;
    const RecordOptions& options_;
    OffsetMap map_;
    JsonWriter json_;
};

bool has_word_character(std::string_view text) {
    if (!text.empty() && unicode::is_ascii_letter(text.front())) return true;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text, at);
        if (unicode::is_alphanumeric(decoded.code_point)) return true;
        at += decoded.size;
    }
    return false;
}

}  // namespace

std::string_view name_of(OffsetUnit unit) {
    constexpr std::array<std::string_view, 3> kNames = {"codepoints", "bytes", "utf16"};
    return kNames[static_cast<std::size_t>(unit)];
}

void RecordWriter::append(const Document& document, std::string& out) const {
    out.reserve(out.size() + 2 * document.text().size() + 256);
    Record(document, options_, out).write();
    out += '\n';
}

std::size_t count_words(const Document& document) {
    return count_words(document, 0, document.tokens.size());
}

std::size_t count_words(const Document& document, std::size_t first, std::size_t last) {
    std::size_t words = 0;
    for (std::size_t i = first; i < last; ++i)
        words += !document.tokens[i].joined && has_word_character(document.token_text(i));
    return words;
}

}  // namespace lede::writing
