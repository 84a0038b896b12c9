#include "stats/item_reader.h"

#include <fmt/format.h>

#include "relations/identity.h"
#include "stats/items.h"
#include "stats/slices.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::stats {
namespace {

// Calls `use(begin, name)` for each annotation of the kind, in text order.
template <typename Use>
void for_each_annotation(const Document& document, const ItemRule& rule, Use use) {
    const ItemKind kind = rule.kind;
    if (kind == ItemKind::kEntities && rule.by_key) {
        const std::vector<std::string> keys = relations::identity_keys(document);
        for (const Mention& mention : document.mentions)
            if (mention.entity != kNone) use(mention.place.span.begin, keys[mention.entity]);
    } else if (kind == ItemKind::kEntities || kind == ItemKind::kTypes) {
        for (const Mention& mention : document.mentions) {
            if (kind == ItemKind::kTypes)
                use(mention.place.span.begin, name_of(mention.type));
            else if (mention.entity != kNone)  // amounts are no names
                use(mention.place.span.begin, document.entities[mention.entity].name);
        }
    } else if (kind == ItemKind::kSpeakers) {
        std::uint32_t last_group = kNone;
        for (const Quote& quote : document.quotes) {
            // Pieces of one quotation follow each other.
            if (quote.group != last_group)
                use(quote.place.span.begin, speaker_key(document, quote));
            last_group = quote.group;
        }
    } else if (kind == ItemKind::kMonths) {
        for (const Timex& timex : document.dates) {
            if (!timex.from || !timex.to) continue;
            if (timex.from->year() != timex.to->year() || timex.from->month() != timex.to->month())
                continue;
            use(timex.place.span.begin,
                fmt::format("{:04}-{:02}", static_cast<int>(timex.from->year()),
                            static_cast<unsigned>(timex.from->month())));
        }
    } else {
        const ItemOptions options{.by_provision = kind == ItemKind::kProvisions};
        for (const Citation& citation : document.citations)
            use(citation.place.span.begin, citation_key(document, citation, options));
    }
}

}  // namespace

bool is_word(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        if (unicode::is_alphanumeric(next.code_point)) return true;
        at += next.size;
    }
    return false;
}

Layers layers_of(const ItemRule& rule) {
    switch (rule.kind) {
        case ItemKind::kWords:
            return rule.words == WordRule::kUax29 ? Layers() : Layers{Layer::kTokens};
        case ItemKind::kLemmas:
            return {Layer::kTokens, Layer::kLemmas};
        case ItemKind::kUpos:
            return {Layer::kTokens, Layer::kUpos};
        case ItemKind::kEntities:
        case ItemKind::kTypes:
            return {Layer::kTokens, Layer::kEntities};
        case ItemKind::kSpeakers:
            return {Layer::kTokens, Layer::kEntities, Layer::kQuotes};
        case ItemKind::kCitations:
        case ItemKind::kProvisions:
            return {Layer::kTokens, Layer::kCitations};
        case ItemKind::kMonths:
            return {Layer::kTokens, Layer::kDates};
    }
    return {};
}

ItemReader::ItemReader(ItemRule rule) : rule_(rule), key_(rule.letters) {
    if (rule.kind == ItemKind::kWords && rule.words == WordRule::kUax29)
        segmenter_ = std::make_unique<WordSegmenter>();
}

void ItemReader::read(const Document& document, Vocabulary& vocabulary, ItemSequence& items) {
    items.clear();
    if (segmenter_)
        for (const Span slice : text_slices(document.article))
            append_segments(document, slice, vocabulary, items);
    else if (rule_.kind <= ItemKind::kUpos)
        read_tokens(document, vocabulary, items);
    else
        read_annotations(document, vocabulary, items);
}

void ItemReader::read_pieces(const Document& document, Vocabulary& vocabulary,
                             const UsePiece& use) {
    if (!segmenter_) {
        read(document, vocabulary, piece_);
        return use(piece_);
    }
    for (const Span slice : text_slices(document.article)) {
        piece_.clear();
        append_segments(document, slice, vocabulary, piece_);
        use(piece_);
    }
}

void ItemReader::append_segments(const Document& document, Span slice, Vocabulary& vocabulary,
                                 ItemSequence& items) {
    const std::string_view text = slice.of(document.text());
    for (std::size_t at = 0; at < text.size();) {
        const std::span<const Span> words = segmenter_->find_words(text, at);
        const std::size_t count = items.ids.size();
        items.ids.resize(count + words.size());
        items.begins.resize(count + words.size());
        for (std::size_t i = 0; i < words.size(); ++i)
            items.begins[count + i] = slice.begin + words[i].begin;
        find_ids(text, words, vocabulary, items.ids.data() + count);
    }
}

void ItemReader::find_ids(std::string_view text, std::span<const Span> words,
                          Vocabulary& vocabulary, std::uint32_t* ids) {
    waiting_.resize(Vocabulary::kWordsAtATime);
    std::size_t count = 0;
    const auto look_up = [&] {
        vocabulary.ids_of(std::span(waiting_).first(count), ids);
        ids += count;
        count = 0;
    };
    for (const Span span : words) {
        if (!key_.short_of(text, span, waiting_[count])) {
            look_up();  // numbers are given in the order of the text
            *ids++ = vocabulary.id_of(key_.of(text, span));
        } else if (++count == waiting_.size()) {
            look_up();
        }
    }
    look_up();
}

std::uint32_t ItemReader::id_of_word(std::string_view word, Vocabulary& vocabulary) {
    ShortWord key;
    if (!key_.short_of(word, make_span(0, word.size()), key))
        return vocabulary.id_of(key_.of(word));
    std::uint32_t id = 0;
    vocabulary.ids_of({&key, 1}, &id);
    return id;
}

void ItemReader::read_tokens(const Document& document, Vocabulary& vocabulary,
                             ItemSequence& items) {
    const auto& tokens = document.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Span span = tokens[i].span;
        if (rule_.kind == ItemKind::kWords)  // with the clitics that are glued to it
            for (; i + 1 < tokens.size() && tokens[i + 1].joined; ++i)
                span.end = tokens[i + 1].span.end;
        if (!is_word(document.text_of(span))) continue;
        std::string_view word = span.of(document.text());
        if (rule_.kind == ItemKind::kUpos)
            word = i < document.upos.size() ? name_of(document.upos[i]) : "X";
        else if (rule_.kind == ItemKind::kLemmas && i < document.lemmas.size())
            word = document.lemma(i);
        items.ids.push_back(rule_.kind == ItemKind::kUpos ? vocabulary.id_of(word)
                                                          : id_of_word(word, vocabulary));
        items.begins.push_back(span.begin);
    }
}

void ItemReader::read_annotations(const Document& document, Vocabulary& vocabulary,
                                  ItemSequence& items) {
    for_each_annotation(document, rule_, [&](std::uint32_t begin, std::string_view name) {
        items.ids.push_back(vocabulary.id_of(name));
        items.begins.push_back(begin);
    });
}

}  // namespace lede::stats
