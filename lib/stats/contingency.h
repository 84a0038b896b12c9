// Contingency: the two-by-two table behind every score of association, observed and expected.
//
//                    in the target   in the reference            second word   another
//   this word              a               b          first word      a           b
//   other words            c               d          another         c           d
//
//   Contingency table{.a = 243, .b = 542, .c = 130, .d = 121283};
//   table.expected_a()  ->  2.396      of counts that only depend on how frequent each is
//
// Differences from what is expected are computed from exact integers, so that scores stay exact
// at totals of 1e12 where an observed count is close to the expected one.
#pragma once

#include <cstdint>

namespace lede::stats {

struct Contingency {
    std::uint64_t a = 0;
    std::uint64_t b = 0;
    std::uint64_t c = 0;
    std::uint64_t d = 0;

    // From a count of pairs, the counts of both things, and the total. Where the table of windows
    // is too small for them, no cell is below 0.
    static Contingency of_pair(std::uint64_t both, std::uint64_t first, std::uint64_t second,
                               std::uint64_t total);
    // From the counts of one item in two corpora and the sizes of both.
    // Requires: no count is above its size.
    static Contingency of_corpora(std::uint64_t target, std::uint64_t target_size,
                                  std::uint64_t reference, std::uint64_t reference_size);

    double total() const { return sum(a, b) + sum(c, d); }
    double row_1() const { return sum(a, b); }
    double row_2() const { return sum(c, d); }
    double column_1() const { return sum(a, c); }
    double column_2() const { return sum(b, d); }

    // What is expected if rows and columns have nothing to do with each other; 0 if the total is.
    double expected_a() const { return expected(row_1(), column_1()); }
    double expected_b() const { return expected(row_1(), column_2()); }
    double expected_c() const { return expected(row_2(), column_1()); }
    double expected_d() const { return expected(row_2(), column_2()); }

    // a - expected_a(), the same in all four cells but for the sign: + - - +.
    double excess() const;

    // Whether an expected count is 0, so that the table says nothing.
    bool is_degenerate() const;

    friend bool operator==(const Contingency&, const Contingency&) = default;

  private:
    static double sum(std::uint64_t x, std::uint64_t y) { return static_cast<double>(x + y); }
    double expected(double row, double column) const {
        return total() > 0 ? row * column / total() : 0;
    }
};

}  // namespace lede::stats
