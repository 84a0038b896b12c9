// The articles of data/samples, read and annotated as a user would, and texts made to trip us up.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"
#include "pipeline/annotator.h"

namespace lede::test {

// Paths of the sample files, sorted.
std::vector<std::string> sample_paths();

// All articles of the sample files.
std::vector<Article> sample_articles();

// An article of one paragraph around `text`, after repair of broken bytes.
Article article_of(const std::string& text);

// A text of `size` bytes: words, names, marks and broken bytes mixed by a fixed generator, the same
// for the same seed.
std::string jumble(std::uint32_t seed, std::size_t size);

// Every layer there is.
Layers all_layers();

}  // namespace lede::test
