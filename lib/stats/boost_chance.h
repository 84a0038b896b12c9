// The chance that a sample without replacement misses something, with the digits of Boost.Math.
//
//   boost_chance_of_none(10, 42, 122198)  ->  0.99656…
//
// SciPy draws its hypergeometric distribution from Boost, which beyond 104,729 things takes
// Lanczos' approximation of the gamma function; powers with exponents as high as the text is long
// then leave an error in the ninth digit. What wants to be exact must not use this; what is
// compared with figures from SciPy has their digits by it.
#pragma once

namespace lede::stats {

// Of `all` things, `marked` ones are sought in a sample of `drawn`.
// Requires: whole numbers below 2^32; marked + drawn <= all. May be called from any thread.
double boost_chance_of_none(double marked, double drawn, double all);

}  // namespace lede::stats
