// WordSegmenter: the word segments of Unicode text, exactly as ICU gives them.
//
//   "Kim’s 3.5 %"  ->  [Kim’s][ ][3.5][ ][%]      "Kim’s" and "3.5" are words, the others are not
//
// These are the segments of UAX #29 with CLDR's root tailoring as this machine's ICU implements
// them (an `@` between letters joins), for statistics that must be comparable. For
// analysis use `tokens/tokenizer.h`. ASCII is segmented on 64-byte masks, curly quotes, dashes and
// Latin letters by a small table; both only where the rules make the outcome sure. Everything else
// goes to ICU, from one safe place (a white space after something else) to the next.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace lede {

struct WordSegment {
    Span span;
    bool is_word = false;  // letters or digits: ICU's rule status is not UBRK_WORD_NONE
    friend bool operator==(const WordSegment&, const WordSegment&) = default;
};

class WordSegmenter {
  public:
    // Throws std::runtime_error if ICU has no data. Costs milliseconds: keep it.
    WordSegmenter();
    ~WordSegmenter();
    WordSegmenter(WordSegmenter&&) noexcept;
    WordSegmenter& operator=(WordSegmenter&&) noexcept;

    // Appends the segments of `text`; they cover it. Any bytes are legal (ICU counts a broken
    // sequence as U+FFFD). Linear. Not to be called from two threads at once.
    // Requires: below 2 GiB.
    void append_segments(std::string_view text, std::vector<WordSegment>& out);

    // The words alone, some hundred at a time: those of `text` from `at` on, which moves to where
    // to go on, at last text.size(). Faster than the segments. Valid until the next call.
    // Requires: `at` is 0 or was left by a call for the same text.
    std::span<const Span> find_words(std::string_view text, std::size_t& at);

    // The segments by ICU alone: the reference, some ten times slower.
    void append_segments_by_icu(std::string_view text, std::vector<WordSegment>& out);

  private:
    // Segments text[begin, end), which begins and ends at safe places.
    void segment_region(std::string_view text, std::size_t begin, std::size_t end,
                        std::vector<WordSegment>& out);

    struct Icu;
    std::unique_ptr<Icu> icu_;
    // Of find_words.
    std::vector<Span> words_;
    std::vector<WordSegment> region_;
};

}  // namespace lede
