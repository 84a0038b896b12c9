// Reads a marked text, "[Feb. 27|2019-02-27]", through the date finder and writes what it found in
// the same form, so that a test compares two lines that people can read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dates/date_finder.h"
#include "lexicon/lexicon.h"
#include "model/document.h"
#include "support/marked_text.h"
#include "tokens/tokenizer.h"

namespace lede::test {

class DateReading {
  public:
    explicit DateReading(dates::DateOptions options = {}, std::string published = "2019-02-20")
        : finder_(lexicon_, options), tokenizer_(lexicon_), published_(std::move(published)) {}

    std::vector<Timex> find(std::string_view text) const {
        Document document;
        document.article.text = text;
        document.article.published = published_;
        document.article.blocks = {{make_span(0, text.size()), BlockKind::kParagraph}};
        tokenizer_.tokenize(document.article, document.tokens, document.sentences);
        return finder_.find(document);
    }

    // The text with each date as "[span|value]", mod and type left out.
    std::string mark(std::string_view text) const {
        std::vector<MarkedSpan> spans;
        for (const Timex& timex : find(text)) spans.push_back({timex.place.span, timex.value});
        return write_marked(text, spans);
    }

    // What `mark` gives for a marked text's plain text.
    std::string mark_again(std::string_view marked) const {
        return mark(parse_marked(marked).text);
    }

  private:
    Lexicon lexicon_;
    dates::DateFinder finder_;
    tokens::Tokenizer tokenizer_;
    std::string published_;
};

}  // namespace lede::test
