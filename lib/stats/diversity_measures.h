// Diversity measures: how rich in different words a text is.
//
//   WordSequence {ids of "the law is the law"}  ->  ttr 0.6, mtld 5, …
//
// The classic measures depend on the counts alone; MATTR, MSTTR and MTLD on the order of the words.
// All are linear in the text, MATTR and HD-D too. Logarithms are natural: Somers' S, Dugast's U and
// Maas' a^2 change with the base (quanteda takes 10).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "stats/measure.h"

namespace lede::stats {

// A text as numbers of its words (see Vocabulary), and what the classic measures need of it.
struct Diversity {
    explicit Diversity(std::span<const std::uint32_t> word_ids);

    std::span<const std::uint32_t> ids;  // borrowed
    std::uint64_t tokens = 0;
    std::uint64_t types = 0;
    std::uint32_t highest_id = 0;
    // How many types occur i times: pairs {i, types}, ascending.
    std::vector<std::pair<std::uint64_t, std::uint64_t>> spectrum;

    std::uint64_t types_that_occur(std::uint64_t times) const;
};

struct DiversityOptions {
    std::uint64_t window = 100;     // of mattr and msttr, in tokens
    double mtld_threshold = 0.72;   // ratio at which a factor is full
    std::uint64_t hdd_sample = 42;  // tokens
};

struct DiversityMeasure {
    Measure is;
    double (*score)(const Diversity&, const DiversityOptions&);
};

std::span<const DiversityMeasure> spectrum_measures();
std::span<const DiversityMeasure> sequence_measures();

// Null if there is no such measure.
const DiversityMeasure* find_diversity(std::string_view name);

}  // namespace lede::stats
