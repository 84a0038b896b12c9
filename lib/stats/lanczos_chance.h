// The chance that a sample without replacement misses something, as Boost.Math approximates it.
//
//   lanczos_chance_of_none(10, 42, 122198)  ->  0.99656…
//
// SciPy draws its hypergeometric distribution from Boost, which beyond 104,729 things no longer
// multiplies prime powers but takes Lanczos' approximation of the gamma function. Powers with
// exponents as high as the text is long then leave an error in the ninth digit. What wants to be
// exact must not use this; what is compared with figures from SciPy has their digits by it.
#pragma once

namespace lede::stats {

// Up to here Boost is exact: its highest prime.
inline constexpr double kLanczosAbove = 104'729;

// Of `all` things, `marked` ones are sought in a sample of `drawn`.
// Requires: marked + drawn <= all. May be called from any thread.
double lanczos_chance_of_none(double marked, double drawn, double all);

}  // namespace lede::stats
