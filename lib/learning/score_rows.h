// Score rows: one 16-bit score for each label of a model, padded to whole vectors.
//
//   add_row(sum, cached, size);         sum[label] += cached[label] for all labels
//
// A row's size is its model's `row_size()`: the number of labels rounded up to kRowLanes. Written
// with the vector types of GCC and Clang, so that every target has its own instructions and all
// have the same results.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "learning/feature_sequence.h"

namespace lede::learning {

inline constexpr std::size_t kRowLanes = 16;

// Scores beyond this are cut, so that sums along a path fit into 16 bits.
inline constexpr std::int16_t kScoreLimit = 8000;

// Below any sum: marks what fills up a row.
inline constexpr std::int16_t kLeastScore = -32768;

using ScoreLanes __attribute__((vector_size(16))) = std::int16_t;
inline constexpr std::size_t kLanes = sizeof(ScoreLanes) / sizeof(std::int16_t);
static_assert(kRowLanes % kLanes == 0);

// Room for the scores of any number of labels.
using ScoreRow = std::array<std::int16_t, 256>;

constexpr std::size_t row_size(std::size_t labels) {
    return (labels + kRowLanes - 1) / kRowLanes * kRowLanes;
}

inline ScoreLanes load_lanes(const std::int16_t* from) {
    ScoreLanes lanes;
    std::memcpy(&lanes, from, sizeof lanes);
    return lanes;
}
inline void store_lanes(std::int16_t* to, ScoreLanes lanes) {
    std::memcpy(to, &lanes, sizeof lanes);
}

// Scores of a model stay far from the ends; those of broken bytes wrap, which no signed sum may.
inline ScoreLanes sum(ScoreLanes a, ScoreLanes b) {
    using Lanes __attribute__((vector_size(16))) = std::uint16_t;
    return reinterpret_cast<ScoreLanes>(reinterpret_cast<Lanes>(a) + reinterpret_cast<Lanes>(b));
}

// Requires: size is a multiple of kRowLanes.
inline void add_row(std::int16_t* to, const std::int16_t* from, std::size_t size) {
    for (std::size_t i = 0; i < size; i += kLanes)
        store_lanes(to + i, sum(load_lanes(to + i), load_lanes(from + i)));
}

// Adds kLanes signed bytes.
inline void add_lanes(std::int16_t* to, const unsigned char* from) {
    using Bytes __attribute__((vector_size(kLanes))) = std::int8_t;
    Bytes bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    store_lanes(to, sum(load_lanes(to), __builtin_convertvector(bytes, ScoreLanes)));
}

inline void limit_row(std::int16_t* row, std::size_t size) {
    const ScoreLanes high = ScoreLanes{} + kScoreLimit;
    const ScoreLanes low = ScoreLanes{} - kScoreLimit;
    for (std::size_t i = 0; i < size; i += kLanes) {
        ScoreLanes lanes = load_lanes(row + i);
        lanes = lanes > high ? high : lanes;
        store_lanes(row + i, lanes < low ? low : lanes);
    }
}

// One step of Viterbi's search: best[next] becomes the better of itself and `score` plus
// transitions[next]; where it is the latter, back[next] becomes `label`.
inline void extend_row(const std::int16_t* transitions, std::int16_t score, std::int16_t label,
                       std::size_t size, std::int16_t* best, std::int16_t* back) {
    const ScoreLanes scores = ScoreLanes{} + score;
    const ScoreLanes labels = ScoreLanes{} + label;
    for (std::size_t i = 0; i < size; i += kLanes) {
        const ScoreLanes candidate = sum(load_lanes(transitions + i), scores);
        const ScoreLanes old = load_lanes(best + i);
        const auto better = candidate > old;
        store_lanes(back + i, better ? labels : load_lanes(back + i));
        store_lanes(best + i, better ? candidate : old);
    }
}

inline std::int16_t greatest_in_row(const std::int16_t* row, std::size_t size) {
    ScoreLanes greatest = load_lanes(row);
    for (std::size_t i = kLanes; i < size; i += kLanes) {
        const ScoreLanes lanes = load_lanes(row + i);
        greatest = lanes > greatest ? lanes : greatest;
    }
    std::int16_t most = greatest[0];
    for (std::size_t i = 1; i < kLanes; ++i) most = greatest[i] > most ? greatest[i] : most;
    return most;
}

// How many scores are at least `floor`.
inline int count_above(const std::int16_t* row, std::size_t size, std::int16_t floor) {
    const ScoreLanes floors = ScoreLanes{} + floor;
    ScoreLanes counts = {};
    for (std::size_t i = 0; i < size; i += kLanes)
        counts -= static_cast<ScoreLanes>(load_lanes(row + i) >= floors);  // true is -1
    int count = 0;
    for (std::size_t i = 0; i < kLanes; ++i) count += counts[i];
    return count;
}

// Calls `visit` with the place of each score that is at least `floor`, in order.
template <typename Visit>
void for_lanes_above(const std::int16_t* row, std::size_t size, std::int16_t floor, Visit visit) {
    const ScoreLanes floors = ScoreLanes{} + floor;
    for (std::size_t i = 0; i < size; i += kLanes) {
        const auto above = load_lanes(row + i) >= floors;
        std::uint64_t any[2];
        std::memcpy(any, &above, sizeof any);
        if ((any[0] | any[1]) == 0) continue;
        for (std::size_t k = i; k < i + kLanes; ++k)
            if (row[k] >= floor) visit(k);
    }
}

}  // namespace lede::learning
