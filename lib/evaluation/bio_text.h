// BIO text: documents of a BIO file (one token and its label a line) with their
// text.
//
//   # doc = a          -> text "Mr. Kim left.\n", tokens with spans, chunk {1,
//   2, "PER"} Mr.  O Kim  B-PER
//
// Such files have no text, so it is rebuilt by rule: a space between tokens
// except around punctuation, quotes in turns, a line break between sentences.
// `lede-eval --texts` writes it out for lede-extract to read.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace lede::evaluation {

// Tokens [begin, end) that are one named thing.
struct Chunk {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string type;
    friend auto operator<=>(const Chunk&, const Chunk&) = default;
};

struct BioDocument {
    std::string id;
    std::string text;
    std::vector<Span> tokens;  // into text
    std::vector<Chunk> chunks;
};

// The chunks of labels in IOB1, BIO or BIOES (the rule of conlleval).
std::vector<Chunk> chunks_of(const std::vector<std::string>& labels);

// `column` tells which column holds the labels, from 0; the first one holds the
// tokens. Documents begin at "# doc = ID" or "-DOCSTART-"; without an id they
// are d0000, d0001, …
std::vector<BioDocument> parse_bio(std::string_view bio, std::size_t column);

// Throws std::runtime_error if the file cannot be read.
std::vector<BioDocument> read_bio(const std::filesystem::path& path, std::size_t column);

}  // namespace lede::evaluation
