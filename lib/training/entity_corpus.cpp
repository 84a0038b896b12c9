#include "training/entity_corpus.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <string_view>

#include "entities/letter_case.h"
#include "lexicon/phrase_words.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::training {
namespace {

constexpr std::size_t kMisc = 3;
constexpr std::size_t kLoc = 2;
constexpr std::size_t kOrg = 1;
constexpr std::size_t kPer = 0;

struct Word {
    std::string text;
    std::string label;
};

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

bool stands_close_before(std::string_view word) {
    return is_any_of(word,
                     {",", ".",  ";",  ":",   "?",  "!",   ")",   "]",   "}",  "%",  "''", "’",
                      "”", "'s", "'S", "n't", "'m", "'re", "'ve", "'ll", "'d", "’s", "..."});
}

bool stands_close_after(std::string_view word) {
    return is_any_of(word, {"(", "[", "{", "$", "£", "€", "``", "“", "‘"});
}

// Puts words back into running text, sentence by sentence, and keeps where each one stands.
class Detokenizer {
  public:
    void add_sentence(const std::vector<Word>& words) {
        if (!text.empty()) text += "\n";
        const std::size_t begin = text.size();
        bool quoted = false;
        bool glue = true;
        for (const Word& word : words) {
            const bool quote = word.text == "\"";
            if (!glue && !stands_close_before(word.text) && !(quote && quoted)) text += ' ';
            glue = stands_close_after(word.text) || (quote && !quoted);
            if (quote) quoted = !quoted;
            add_word(word);
        }
        blocks.push_back({make_span(begin, text.size()), BlockKind::kParagraph});
        open_ = false;
    }

    std::string text;
    std::vector<Block> blocks;
    std::vector<std::pair<Span, std::size_t>> names;

  private:
    void add_word(const Word& word) {
        const Span span = make_span(text.size(), text.size() + word.text.size());
        text += word.text;
        const std::string_view label = word.label;
        const auto type =
            std::ranges::find(kCoarseTypes, label.substr(std::min<std::size_t>(label.size(), 2)));
        if (label.size() < 3 || type == kCoarseTypes.end()) {
            open_ = false;
            return;
        }
        const auto index = static_cast<std::size_t>(type - kCoarseTypes.begin());
        if (label.front() == 'I' && open_ && names.back().second == index)
            names.back().first.end = span.end;
        else
            names.push_back({span, index});
        open_ = true;
    }
    bool open_ = false;
};

// Token ranges of byte spans; a token belongs to a name that it overlaps.
std::vector<learning::LabelledSpan> to_tokens(
    const Document& document, const std::vector<std::pair<Span, std::size_t>>& names) {
    std::vector<learning::LabelledSpan> spans;
    std::size_t i = 0;
    for (const auto& [span, type] : names) {
        while (i < document.tokens.size() && document.tokens[i].span.end <= span.begin) ++i;
        std::size_t end = i;
        while (end < document.tokens.size() && document.tokens[end].span.begin < span.end) ++end;
        if (end > i) spans.push_back({i, end, type});
        i = end;
    }
    return spans;
}

}  // namespace

EntityCorpusReader::EntityCorpusReader(const Lexicon& lexicon)
    : tokenizer_(lexicon), gazetteer_(lexicon), titles_(lexicon.phrases("entities/titles")) {}

// Number of leading tokens that are a title, at most all but one.
std::uint32_t EntityCorpusReader::title_tokens(const Document& document, std::size_t begin,
                                               std::size_t end) const {
    std::uint32_t length = 0;
    std::uint32_t node = lexicon::PhraseIndex::kRoot;
    std::string scratch;
    for (std::size_t i = begin; i + 1 < end; ++i) {
        std::vector<Span> words;
        lexicon::split_phrase_words(document.token_text(i), words);
        for (const Span word : words)
            if (node != kNone)
                node = titles_.step(node, titles_.word(word.of(document.token_text(i)), scratch));
        if (node == kNone) break;
        if (titles_.first_row(node) != kNone) length = static_cast<std::uint32_t>(i - begin + 1);
    }
    return length;
}

// "Prime Minister John Key of New Zealand" -> "John Key"
void EntityCorpusReader::cut_person(const Document& text, learning::LabelledSpan& name) const {
    for (std::size_t i = name.begin + 1; i < name.end; ++i)
        if (is_any_of(text.token_text(i), {"of", "from", "in", ","})) name.end = i;
    for (std::size_t i = name.begin; i + 1 < name.end;) {
        const std::uint32_t title = title_tokens(text, i, name.end);
        i += std::max<std::uint32_t>(title, 1);
        if (title > 0) name.begin = i;
    }
}

// "Malaysia's Najib Razak" -> "Najib Razak", "Mecca's Grand Mosque" -> "Grand Mosque": what owns
// another name is another name, unless the whole is one ("King's College").
void EntityCorpusReader::cut_owner(const Document& text, learning::LabelledSpan& name) const {
    for (std::size_t i = name.begin + 1; i + 1 < name.end; ++i) {
        if (!is_any_of(text.token_text(i), {"'s", "’s"})) continue;
        const Span owner = cover(text.tokens[name.begin].span, text.tokens[i - 1].span);
        const auto hit = gazetteer_.lookup(text.text_of(owner));
        const auto type = hit ? entities::type_of(hit->kind) : EntityType::kPerson;
        if (name.type == kPer || type == EntityType::kGpe) name.begin = i + 1;
    }
}

// "Prime Minister" alone is no name.
bool EntityCorpusReader::is_title(const Document& text, const learning::LabelledSpan& name) const {
    const Span span = cover(text.tokens[name.begin].span, text.tokens[name.end - 1].span);
    return titles_.lookup(text.text_of(span)) != kNone;
}

void EntityCorpusReader::harmonise(EntityDocument& document) const {
    const Document& text = document.document;
    std::vector<learning::LabelledSpan> kept;
    document.unknown.assign(text.tokens.size(), false);
    for (learning::LabelledSpan name : document.names) {
        const learning::LabelledSpan whole = name;
        while (name.end - name.begin > 1 &&
               is_any_of(text.token_text(name.begin),
                         {"the", "The", "a", "an", "A", "An", "THE", "former", "late"}))
            ++name.begin;
        const std::size_t first = name.begin;
        if (name.type != kMisc) cut_owner(text, name);
        if (name.type == kPer) cut_person(text, name);
        while (name.end - name.begin > 1 &&
               is_any_of(text.token_text(name.end - 1), {"'s", "’s", "'", "’", ",", "'S"}))
            --name.end;
        bool capital = false;
        for (std::size_t i = name.begin; i < name.end; ++i)
            for (const char c : text.token_text(i))
                capital = capital || unicode::is_ascii_upper(c) || unicode::is_ascii_digit(c) ||
                          static_cast<unsigned char>(c) >= 0x80;
        if (!capital) continue;
        std::fill(document.unknown.begin() + static_cast<std::ptrdiff_t>(first),
                  document.unknown.begin() + static_cast<std::ptrdiff_t>(whole.end), true);
        if (name.type == kPer && is_title(text, name)) continue;
        std::fill(document.unknown.begin() + static_cast<std::ptrdiff_t>(name.begin),
                  document.unknown.begin() + static_cast<std::ptrdiff_t>(name.end), false);
        const Span span = cover(text.tokens[name.begin].span, text.tokens[name.end - 1].span);
        if (const auto hit = gazetteer_.lookup(text.text_of(span))) {
            const auto type = entities::type_of(hit->kind);
            if (hit->senses == 1 && type == EntityType::kNorp) name.type = kMisc;
            if (hit->kind == entities::NameKind::kCountry && name.type == kOrg) name.type = kLoc;
        }
        kept.push_back(name);
    }
    document.names = std::move(kept);
    add_peoples(document);
}

// Some sets leave "French" and "Afghans" out, some do not: label all that a table knows for sure.
void EntityCorpusReader::add_peoples(EntityDocument& document) const {
    const Document& text = document.document;
    std::vector<learning::LabelledSpan> all;
    std::size_t next = 0;
    const auto take_until = [&](std::size_t token) {
        while (next < document.names.size() && document.names[next].begin < token)
            all.push_back(document.names[next++]);
    };
    std::vector<entities::GazetteerHit> hits;
    entities::GazetteerMemory memory;
    for (const Sentence& sentence : text.sentences) {
        hits.clear();
        gazetteer_.find(text.text(), sentence.span, false, memory, hits);
        std::size_t i = sentence.first_token;
        for (const entities::GazetteerHit& hit : hits) {
            if (hit.senses > 1 || entities::type_of(hit.kind) != EntityType::kNorp) continue;
            while (i < sentence.last_token && text.tokens[i].span.begin < hit.span.begin) ++i;
            std::size_t end = i;
            while (end < sentence.last_token && text.tokens[end].span.end <= hit.span.end) ++end;
            if (end == i) continue;
            take_until(end);
            if (all.empty() || all.back().end <= i) all.push_back({i, end, kMisc});
        }
    }
    take_until(text.tokens.size());
    document.names = std::move(all);
}

std::vector<EntityDocument> EntityCorpusReader::read(const std::filesystem::path& path) const {
    std::ifstream in(path);
    if (!in) throw std::runtime_error(path.string() + ": cannot open");
    std::vector<EntityDocument> documents;
    Detokenizer text;
    std::vector<Word> sentence;
    bool has_documents = false;
    const auto end_document = [&] {
        if (text.blocks.empty()) return;
        EntityDocument& next = documents.emplace_back();
        next.whole = has_documents;
        next.document.article.text = std::move(text.text);
        next.document.article.blocks = std::move(text.blocks);
        tokenizer_.tokenize(next.document.article, next.document.tokens, next.document.sentences);
        next.names = to_tokens(next.document, text.names);
        harmonise(next);
        text = Detokenizer();
    };
    const auto end_sentence = [&] {
        if (sentence.empty()) return;
        text.add_sentence(sentence);
        sentence.clear();
        if (!has_documents) end_document();
    };
    std::string line;
    while (std::getline(in, line)) {
        if (line.starts_with("# doc = ")) {
            end_sentence();
            end_document();
            has_documents = true;
            continue;
        }
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos || tab == 0) {
            end_sentence();
            continue;
        }
        const std::size_t next = std::min(line.find('\t', tab + 1), line.size());
        sentence.push_back({line.substr(0, tab), line.substr(tab + 1, next - tab - 1)});
    }
    end_sentence();
    end_document();
    return documents;
}

void lower_case(Document& document) {
    std::string& text = document.article.text;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        std::string small;
        utf8::append(small, unicode::to_lower(next.code_point));
        if (next.valid && small.size() == next.size) text.replace(at, next.size, small);
        at += next.size;
    }
}

}  // namespace lede::training
