#include "reading/record_layers.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "text/offset_map.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// Thrown and caught in this file: a record that cannot be what Lede wrote.
struct BadRecord : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::string_view string_of(const object& fields, std::string_view key) {
    std::string_view value;
    return fields[key].get(value) == simdjson::SUCCESS ? value : std::string_view();
}

std::uint32_t number_of(element value) {
    std::uint64_t number = 0;
    if (value.get(number) != simdjson::SUCCESS || number > kNone)
        throw BadRecord("an offset is not a number");
    return static_cast<std::uint32_t>(number);
}

// The index that "m12" stands for: 11. kNone for an absent key.
std::uint32_t index_of(std::string_view id) {
    if (id.empty()) return kNone;
    std::uint32_t number = 0;
    const auto parsed = std::from_chars(id.data() + 1, id.data() + id.size(), number);
    if (parsed.ec != std::errc() || parsed.ptr != id.data() + id.size() || number == 0)
        throw BadRecord("\"" + std::string(id) + "\" is no annotation id");
    return number - 1;
}

template <typename Names>
std::size_t position_in(const Names& names, std::string_view name) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) throw BadRecord("unknown value \"" + std::string(name) + "\"");
    return static_cast<std::size_t>(at - names.begin());
}

template <typename Enum, typename Names>
Enum value_in(const Names& names, std::string_view name) {
    return static_cast<Enum>(position_in(names, name));
}

std::optional<std::chrono::year_month_day> day_of(std::string_view iso) {
    using namespace std::chrono;
    int y = 0;
    unsigned m = 0;
    unsigned d = 0;
    const std::size_t tail = iso.size() < 6 ? 0 : iso.size() - 6;  // "-MM-DD"
    if (tail == 0) return std::nullopt;
    const char* const end = iso.data() + iso.size();
    const auto year_end = std::from_chars(iso.data(), iso.data() + tail, y);
    const auto month_end = std::from_chars(iso.data() + tail + 1, iso.data() + tail + 3, m);
    const auto day_end = std::from_chars(iso.data() + tail + 4, end, d);
    const year_month_day date = year{y} / month{m} / day{d};
    const bool read = year_end.ec == std::errc() && month_end.ec == std::errc() &&
                      day_end.ec == std::errc() && day_end.ptr == end;
    return read && date.ok() ? std::optional(date) : std::nullopt;
}

OffsetUnit unit_of(std::string_view name) {
    if (name == "bytes") return OffsetUnit::kBytes;
    if (name == "utf16") return OffsetUnit::kUtf16;
    if (name == "codepoints") return OffsetUnit::kCodePoints;
    throw BadRecord("unknown offsets \"" + std::string(name) + "\"");
}

class RecordReader {
  public:
    RecordReader(const object& record, Article article, OffsetUnit unit)
        : record_(record), map_((document_.article = std::move(article)).text, unit) {}

    Document read() {
        for_each(Layer::kSentences, "sentences",
                 [&](element item) { document_.sentences.push_back({.span = pair_of(item)}); });
        for_each(Layer::kTokens, "tokens",
                 [&](element item) { document_.tokens.push_back({pair_of(item)}); });
        read_token_layers();
        for_each(Layer::kEntities, "entities", [&](element item) { read_mention(item); });
        for_each(Layer::kDates, "dates", [&](element item) { read_timex(item); });
        for_each(Layer::kQuotes, "quotes", [&](element item) { read_quote(item); });
        for_each(Layer::kNonspeech, "nonspeech",
                 [&](element item) { document_.nonspeech.push_back(span_of(object_of(item))); });
        for_each(Layer::kCitations, "citations", [&](element item) { read_citation(item); });
        read_blocks();
        link_sentences();
        check_references();
        return std::move(document_);
    }

  private:
    template <typename Read>
    void for_each(Layer layer, std::string_view key, Read read_item) {
        array items;
        if (record_[key].get(items) != simdjson::SUCCESS) return;
        for (const element item : items) read_item(item);
        document_.computed.add(layer);
    }

    static object object_of(element item) {
        object fields;
        if (item.get(fields) != simdjson::SUCCESS) throw BadRecord("an annotation is no object");
        return fields;
    }

    Span checked(std::uint32_t begin, std::uint32_t end) const {
        const std::string_view text = document_.article.text;
        if (text.empty()) return {begin, end};
        const Span span{map_.to_bytes(begin), map_.to_bytes(end)};
        if (begin > end || map_.from_bytes(span.end) != end ||
            (span.end < text.size() && utf8::is_continuation(text[span.end])) ||
            (span.begin < text.size() && utf8::is_continuation(text[span.begin])))
            throw BadRecord("a span does not lie in the text");
        return span;
    }

    Span span_of(const object& fields) const {
        return checked(number_of(fields["begin"]), number_of(fields["end"]));
    }

    Span pair_of(element item) const {
        array pair;
        if (item.get(pair) != simdjson::SUCCESS || pair.size() != 2)
            throw BadRecord("a span is not [begin, end]");
        return checked(number_of(pair.at(0)), number_of(pair.at(1)));
    }

    Place place_of(const object& fields) const {
        Place place{span_of(fields)};
        std::uint64_t sentence = 0;
        if (fields["sentence"].get(sentence) == simdjson::SUCCESS)
            place.sentence = static_cast<std::uint32_t>(sentence);
        place.quote = index_of(string_of(fields, "quote"));
        double confidence = 0;
        if (fields["confidence"].get(confidence) == simdjson::SUCCESS)
            place.confidence = static_cast<float>(confidence);
        return place;
    }

    void read_blocks() {
        array items;
        if (record_["blocks"].get(items) != simdjson::SUCCESS) return;
        document_.article.blocks.clear();
        for (const element item : items) {
            const object fields = object_of(item);
            document_.article.blocks.push_back(
                {span_of(fields), value_in<BlockKind>(kBlockKindNames, string_of(fields, "kind"))});
        }
        document_.computed.add(Layer::kBlocks);
    }

    void read_token_layers() {
        const std::size_t tokens = document_.tokens.size();
        array joined;
        if (record_["joined"].get(joined) == simdjson::SUCCESS)
            for (const element item : joined) {
                const std::uint32_t index = number_of(item);
                if (index >= tokens) throw BadRecord("\"joined\" names no token");
                document_.tokens[index].joined = true;
            }
        for_each(Layer::kUpos, "upos", [&](element item) {
            document_.upos.push_back(value_in<Upos>(kUposNames, text_of(item)));
        });
        for_each(Layer::kXpos, "xpos", [&](element item) {
            document_.xpos.push_back(value_in<Xpos>(kXposNames, text_of(item)));
        });
        for_each(Layer::kLemmas, "lemmas", [&](element item) {
            const std::size_t begin = document_.lemma_chars.size();
            document_.lemma_chars += text_of(item);
            document_.lemmas.push_back(make_span(begin, document_.lemma_chars.size()));
        });
        for (const auto& [layer, size] : {std::pair{Layer::kUpos, document_.upos.size()},
                                          std::pair{Layer::kXpos, document_.xpos.size()},
                                          std::pair{Layer::kLemmas, document_.lemmas.size()}})
            if (document_.computed.has(layer) && size != tokens)
                throw BadRecord("tags or lemmas are not as many as tokens");
    }

    static std::string_view text_of(element item) {
        std::string_view text;
        if (item.get(text) != simdjson::SUCCESS) throw BadRecord("a tag is no string");
        return text;
    }

    // The entity "e3", made known to the document with what this mention says of it.
    std::uint32_t entity_of(const object& fields) {
        const std::uint32_t index = index_of(string_of(fields, "entity"));
        if (index == kNone) return kNone;
        if (index > record_size_limit_) throw BadRecord("an entity id is too large");
        if (document_.entities.size() <= index) document_.entities.resize(index + 1);
        return index;
    }

    void read_mention(element item) {
        const object fields = object_of(item);
        Mention mention{.place = place_of(fields),
                        .type = value_in<EntityType>(kEntityTypeNames, string_of(fields, "type")),
                        .entity = entity_of(fields),
                        .citation = index_of(string_of(fields, "citation")),
                        .value = std::string(string_of(fields, "value")),
                        .currency = std::string(string_of(fields, "currency"))};
        if (mention.entity != kNone) {
            Entity& entity = document_.entities[mention.entity];
            entity.type = mention.type;
            entity.name = string_of(fields, "name");
            entity.link = string_of(fields, "link");
        }
        document_.mentions.push_back(std::move(mention));
    }

    void read_timex(element item) {
        const object fields = object_of(item);
        Timex timex{.place = place_of(fields),
                    .type = value_in<TimexType>(kTimexTypeNames, string_of(fields, "type")),
                    .value = std::string(string_of(fields, "value")),
                    .mod = std::string(string_of(fields, "mod")),
                    .quant = std::string(string_of(fields, "quant")),
                    .freq = std::string(string_of(fields, "freq")),
                    .zone = std::string(string_of(fields, "zone")),
                    .from = day_of(string_of(fields, "from")),
                    .to = day_of(string_of(fields, "to"))};
        timex.invalid = fields["invalid"].error() == simdjson::SUCCESS;
        timex.ambiguous = fields["ambiguous"].error() == simdjson::SUCCESS;
        document_.dates.push_back(std::move(timex));
    }

    void read_quote(element item) {
        const object fields = object_of(item);
        Quote quote{.place = place_of(fields),
                    .kind = value_in<QuoteKind>(kQuoteKindNames, string_of(fields, "kind")),
                    .group = index_of(string_of(fields, "group")),
                    .polarity = std::string(string_of(fields, "polarity"))};
        object speaker;
        if (fields["speaker"].get(speaker) == simdjson::SUCCESS)
            quote.speaker = Speaker{
                .span = span_of(speaker),
                .entity = entity_of(speaker),
                .name = std::string(string_of(speaker, "name")),
                .kind = value_in<SpeakerKind>(kSpeakerKindNames, string_of(speaker, "kind"))};
        object cue;
        if (fields["cue"].get(cue) == simdjson::SUCCESS) quote.cue = span_of(cue);
        document_.quotes.push_back(std::move(quote));
    }

    void read_citation(element item) {
        const object fields = object_of(item);
        Citation citation{
            .place = place_of(fields),
            .kind = value_in<CitationKind>(kCitationKindNames, string_of(fields, "kind")),
            .work = std::string(string_of(fields, "work")),
            .title = std::string(string_of(fields, "title")),
            .url = std::string(string_of(fields, "url"))};
        object normalized;
        if (fields["normalized"].get(normalized) == simdjson::SUCCESS)
            for (const auto& [key, value] : normalized) {
                if (key == "id")
                    citation.id = text_of(value);
                else if (key == "id_end")
                    citation.id_end = text_of(value);
                else
                    citation.fields.emplace_back(key, text_of(value));
            }
        array items;
        if (fields["same"].get(items) == simdjson::SUCCESS)
            for (const element other : items) citation.same.push_back(index_of(text_of(other)));
        if (fields["candidates"].get(items) == simdjson::SUCCESS)
            for (const element other : items) citation.candidates.emplace_back(text_of(other));
        document_.citations.push_back(std::move(citation));
    }

    // Sentences in a record are spans only: find their tokens and blocks again.
    void link_sentences() {
        std::uint32_t token = 0;
        std::uint32_t block = 0;
        const auto tokens = static_cast<std::uint32_t>(document_.tokens.size());
        const auto& blocks = document_.article.blocks;
        for (Sentence& sentence : document_.sentences) {
            while (token < tokens && document_.tokens[token].span.begin < sentence.span.begin)
                ++token;
            sentence.first_token = token;
            while (token < tokens && document_.tokens[token].span.begin < sentence.span.end)
                ++token;
            sentence.last_token = token;
            while (block < blocks.size() && blocks[block].span.end <= sentence.span.begin) ++block;
            sentence.block = block < blocks.size() ? block : kNone;
        }
    }

    // References between annotations name what is there; a layer that is missing unlinks them.
    void check_references() {
        const auto check = [](std::uint32_t& index, std::size_t size) {
            if (index != kNone && index >= size) index = kNone;
        };
        const auto check_place = [&](Place& place) {
            check(place.sentence, document_.sentences.size());
            check(place.quote, document_.quotes.size());
        };
        for (Mention& mention : document_.mentions) {
            check_place(mention.place);
            check(mention.citation, document_.citations.size());
        }
        for (Timex& timex : document_.dates) check_place(timex.place);
        for (Quote& quote : document_.quotes) check_place(quote.place);
        for (Citation& citation : document_.citations) {
            check_place(citation.place);
            std::erase_if(citation.same,
                          [&](std::uint32_t i) { return i >= document_.citations.size(); });
        }
    }

    object record_;
    Document document_;
    OffsetMap map_;
    // No article names more things than it has bytes; a larger id is an attack on memory.
    std::uint32_t record_size_limit_ = 1U << 20;
};

}  // namespace

bool is_record(std::string_view json) {
    const std::size_t brace = json.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (brace == std::string_view::npos || json[brace] != '{') return false;
    const std::size_t key = json.find_first_not_of(" \t\r\n", brace + 1);
    return key != std::string_view::npos && json.substr(key, 6) == "\"lede\"";
}

bool has_text(std::string_view json) {
    simdjson::dom::parser parser;
    return parser.parse(json.data(), json.size())["text"].error() == simdjson::SUCCESS;
}

Result<Document> read_record(std::string_view json, Article article) {
    const Error error{article.source, 0, 0, ""};
    const auto fail = [&](std::string what) {
        Error failed = error;
        failed.what = std::move(what);
        return Result<Document>(std::move(failed));
    };
    simdjson::dom::parser parser;
    object record;
    if (const auto code = parser.parse(json.data(), json.size()).get(record))
        return fail(simdjson::error_message(code));
    object head;
    std::uint64_t schema = 0;
    if (record["lede"].get(head) || head["schema"].get(schema) || schema != 1)
        return fail("a record of another schema: this Lede reads schema 1");
    try {
        const OffsetUnit unit = unit_of(string_of(head, "offsets"));
        return RecordReader(record, std::move(article), unit).read();
    } catch (const BadRecord& bad) {
        return fail(bad.what());
    } catch (const simdjson::simdjson_error& bad) {
        return fail(bad.what());
    }
}

}  // namespace lede::reading
