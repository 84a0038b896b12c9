#include "writing/conllu_writer.h"

#include <string_view>

#include "writing/row_writer.h"

namespace lede::writing {
namespace {

class Sheet {
  public:
    Sheet(const Document& document, OffsetUnit unit, std::string& out)
        : document_(document), map_(document.text(), unit), out_(out) {}

    void write() {
        comment("newdoc id", document_.article.id);
        for (std::size_t i = 0; i < document_.sentences.size(); ++i) {
            const Sentence& sentence = document_.sentences[i];
            comment("sent_id", document_.article.id + '-' + std::to_string(i + 1));
            comment("text", document_.text_of(sentence.span));
            write_words(sentence);
            out_ += '\n';
        }
    }

  private:
    void comment(std::string_view key, std::string_view value) {
        out_ += "# ";
        out_ += key;
        out_ += " = ";
        append_collapsed(out_, value);
        out_ += '\n';
    }

    // A cell is never empty: "_" stands for nothing.
    void cell(std::string_view value) {
        out_ += '\t';
        const std::size_t begin = out_.size();
        append_collapsed(out_, value);
        if (out_.size() == begin) out_ += '_';
    }

    void write_words(const Sentence& sentence) {
        for (std::size_t t = sentence.first_token; t < sentence.last_token; ++t) {
            if (begins_multiword(t, sentence.last_token)) write_multiword(t, sentence);
            write_word(t, sentence);
        }
    }

    bool continues(std::size_t token, std::size_t end) const {
        return token < end && document_.tokens[token].joined;
    }

    bool begins_multiword(std::size_t token, std::size_t end) const {
        return !document_.tokens[token].joined && continues(token + 1, end);
    }

    void write_multiword(std::size_t first, const Sentence& sentence) {
        std::size_t last = first;
        while (continues(last + 1, sentence.last_token)) ++last;
        const Span whole = cover(document_.tokens[first].span, document_.tokens[last].span);
        out_ += number(first, sentence) + '-' + number(last, sentence);
        cell(document_.text_of(whole));
        for (int i = 0; i < 7; ++i) cell("");
        cell(misc(whole, "", is_glued(last, sentence)));
        out_ += '\n';
    }

    void write_word(std::size_t t, const Sentence& sentence) {
        const Span span = document_.tokens[t].span;
        out_ += number(t, sentence);
        cell(document_.token_text(t));
        cell(t < document_.lemmas.size() ? document_.lemma(t) : "");
        cell(t < document_.upos.size() ? name_of(document_.upos[t]) : "");
        cell(t < document_.xpos.size() ? kXposNames[document_.xpos[t]] : "");
        for (int i = 0; i < 4; ++i) cell("");
        // Inside a multiword token, spacing is told of the whole.
        const bool inside = document_.tokens[t].joined || begins_multiword(t, sentence.last_token);
        cell(misc(span, entity_of(span), !inside && is_glued(t, sentence)));
        out_ += '\n';
    }

    static std::string number(std::size_t token, const Sentence& sentence) {
        return std::to_string(token - sentence.first_token + 1);
    }

    // "B-PERSON" for the first word of a mention, "I-PERSON" inside, "" elsewhere. Words come in
    // order, so the mentions are walked once.
    std::string entity_of(Span word) {
        const auto& mentions = document_.mentions;
        while (next_ < mentions.size() && mentions[next_].place.span.end <= word.begin) ++next_;
        if (next_ == mentions.size() || !mentions[next_].place.span.contains(word)) return "";
        const Mention& mention = mentions[next_];
        const char* part = mention.place.span.begin == word.begin ? "B-" : "I-";
        return part + std::string(name_of(mention.type));
    }

    bool is_glued(std::size_t token, const Sentence& sentence) const {
        return token + 1 < sentence.last_token &&
               document_.tokens[token + 1].span.begin == document_.tokens[token].span.end;
    }

    std::string misc(Span span, const std::string& entity, bool glued) const {
        std::string notes = entity.empty() ? "" : "Entity=" + entity + '|';
        if (glued) notes += "SpaceAfter=No|";
        return notes + "TokenRange=" + std::to_string(map_.from_bytes(span.begin)) + ':' +
               std::to_string(map_.from_bytes(span.end));
    }

    const Document& document_;
    OffsetMap map_;
    std::string& out_;
    std::size_t next_ = 0;  // mention
};

}  // namespace

void ConlluWriter::append(const Document& document, std::string& out) const {
    Sheet(document, unit_, out).write();
}

}  // namespace lede::writing
