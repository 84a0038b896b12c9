// Treebank text: the raw paragraphs behind a CoNLL-U file, and where their sentences end.
//
//   # newpar / 1 Kim … / 2 left SpaceAfter=No / 3 . …      ->  {"Kim left. He …", ends {9, …}}
//
// Text is joined from the surface forms as SpaceAfter says; `# newdoc` and `# newpar` begin
// paragraphs. It reads nothing else of the file. https://universaldependencies.org/format.html
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lede::training {

struct TreebankParagraph {
    std::string text;
    std::vector<std::uint32_t> sentence_ends;  // bytes, one past each sentence's last character
};

// The paragraphs of a CoNLL-U file's content, in order. Throws std::runtime_error with the line
// number where a line has too few columns. Linear.
std::vector<TreebankParagraph> read_treebank_text(std::string_view conllu);

}  // namespace lede::training
