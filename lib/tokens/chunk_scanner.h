// ChunkScanner: the tokens of a block, chunk by chunk (a stretch without white space).
//
//   "(Korea’s" -> (|Korea|’s(joined)     "$3.5M," -> $|3.5|M|,     "well-known" -> well|-|known
//
// Conventions are those of the English Universal Dependencies treebanks: words are split at
// clitics, hyphens (but not after prefixes: "non-profit") and slashes; URLs, e-mail addresses,
// @names, #tags, dates in digits and emoticons are one token. The period of an abbreviation stays
// in its token; whether it also ends the sentence is not decided here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/token.h"
#include "tokens/plain_words.h"
#include "tokens/word_lists.h"

namespace lede::tokens {

class ChunkScanner {
  public:
    // Requires: both outlive the scanner; the text is valid UTF-8 below 4 GiB.
    ChunkScanner(const WordLists& lists, std::string_view text)
        : lists_(lists), text_(text), plain_words_(lists) {}

    // Appends the tokens of the block. Requires: blocks come in text order. Linear.
    void scan_block(Span block, std::vector<Token>& out);

  private:
    void scan(Span chunk, std::uint8_t bytes);
    std::size_t skip_space(std::size_t at, std::size_t limit) const;
    // The chunk at `at`; its end.
    std::size_t scan_chunk(std::size_t at, std::size_t limit);

    struct Word {
        std::size_t begin;
        std::size_t segment;     // begin of the part after the last connector
        std::size_t apostrophe;  // the last one inside, or npos
    };

    Span file_name();
    std::size_t scan_one(std::size_t at);
    std::size_t scan_word(std::size_t at);
    std::size_t scan_mark(std::size_t at);
    std::size_t scan_apostrophe(std::size_t at, std::size_t size);
    std::size_t scan_run(std::size_t at);

    std::size_t url_end(std::size_t at) const;
    std::size_t email_end(std::size_t at);
    std::size_t name_end(std::size_t at) const;
    std::size_t site_end(std::size_t at);

    // Bytes of the connector at `at` that keeps the word going, or 0.
    std::size_t connector(const Word& word, std::size_t at);
    bool period_connects(const Word& word, std::size_t at);
    bool hyphen_connects(const Word& word, std::size_t at);
    bool digits_connect(const Word& word, std::size_t at) const;
    std::size_t slashed_number_end(std::size_t at) const;
    std::size_t dashed_date_end(std::size_t at) const;
    std::size_t marked_number_end(std::size_t at) const;
    std::size_t abbreviation_end(std::size_t begin, std::size_t end) const;

    void emit(std::size_t begin, std::size_t end, bool joined = false) {
        out_->push_back({make_span(begin, end), joined});
    }
    void emit_word(const Word& word, std::size_t end);
    // A word without apostrophe: one token, but for "cannot".
    void emit_letters(std::size_t begin, std::size_t end) {
        if (!lists_.may_be_contraction(text_.substr(begin, end - begin))) return emit(begin, end);
        emit_contraction(begin, end);
    }
    void emit_contraction(std::size_t begin, std::size_t end);
    bool is_before_no_thing(std::size_t end);
    void emit_clitics(const Word& word, std::size_t end);
    bool is_decade(std::size_t begin, std::size_t end) const;
    bool emit_number_with_unit(std::size_t begin, std::size_t end);
    std::size_t emit_possessive(std::size_t at);

    std::size_t word_chars_end(std::size_t at) const;
    std::size_t digits_end(std::size_t at) const;
    bool word_at(std::size_t at) const;
    std::string_view folded(std::size_t begin, std::size_t end);

    const WordLists& lists_;
    std::string_view text_;
    PlainWords plain_words_;
    std::vector<Token>* out_ = nullptr;
    std::size_t begin_ = 0;  // of the chunk
    std::size_t end_ = 0;
    std::uint8_t bytes_ = 0;           // the byte classes in it
    std::size_t no_email_before_ = 0;  // already looked for an address up to here
    std::size_t no_site_before_ = 0;   // and for a site's name
    std::size_t site_until_ = 0;       // inside a site's name up to here
    unsigned open_single_quotes_ = 0;
    std::string buffer_;
};

}  // namespace lede::tokens
