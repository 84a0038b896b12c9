// Treebank: sentences of a CoNLL-U file, and the raw text that they annotate.
//
//   1-2  don't  _    _     _  …              -> words "do" (AUX, MD) and "n't" (PART, RB, joined)
//   1    do     do   AUX   MD …
//   2    n't    not  PART  RB …
//
// Reads https://universaldependencies.org/format.html: documents (# newdoc), paragraphs (# newpar),
// multiword tokens and SpaceAfter=No; empty nodes (1.1) and the tree itself are skipped. The text
// is rebuilt by the rule of the project's scorers: a space after each token unless the file says
// no, a blank line before each new paragraph, nothing else.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace lede::learning {

struct TreebankWord {
    std::string form;
    std::string lemma;
    std::string upos;
    std::string xpos;
    // In the document's text. The words of a multiword token that does not spell them ("gonna" for
    // "going to") all have the span of the whole token, and are `fused`.
    Span span;
    bool joined = false;  // continues the surface token before it
    bool fused = false;
};

struct TreebankSentence {
    std::vector<TreebankWord> words;
    Span span;
};

struct TreebankDocument {
    std::string id;
    std::string text;  // ends in one line break
    std::vector<TreebankSentence> sentences;
};

// Throws std::runtime_error with `name` and the line number if a row has less than ten columns.
std::vector<TreebankDocument> parse_conllu(std::string_view name, std::string_view conllu);

// Throws std::runtime_error if the file cannot be read, and as above.
std::vector<TreebankDocument> read_conllu(const std::filesystem::path& path);

}  // namespace lede::learning
