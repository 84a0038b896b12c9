// Densities and tails of the binomial, hypergeometric and beta distributions, exact where counts
// are as large as 1e12 and probabilities as small as 1e-300.
//
//   hypergeometric_density(3, 4, 4, 8)  ->  0.2286      Fisher's tea: 3 of 4, 4 milk cups of 8
//   beta_quantile(0.025, 10, 21)        ->  0.177       a Clopper-Pearson bound
//
// Sources: C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000), whose saddle
// point form does not subtract logarithms of factorials; the continued fraction of the incomplete
// beta function by Lentz's method (Press et al., Numerical Recipes, section 6.4).
#pragma once

namespace lede::stats {

// x ln(x / mean) + mean - x, the half of a Poisson deviance: never negative, and exact to the last
// digits where x is close to `mean`. Takes the difference x - mean, which the caller may know more
// exactly than x and mean. Requires: mean > 0, difference >= -mean.
double deviance(double mean, double difference);

// The chance of x successes in n trials. Real x and n are allowed. Requires: 0 <= x <= n.
double binomial_density(double x, double n, double success, double failure);

// The chance of x marked among `drawn` out of `total`, of which `marked` are. Constant time.
double hypergeometric_density(double x, double marked, double drawn, double total);

// The chance of at most (at least) x marked. Sums terms until they no longer count: at most a few
// standard deviations of them.
double hypergeometric_at_most(double x, double marked, double drawn, double total);
double hypergeometric_at_least(double x, double marked, double drawn, double total);

// The sum over all outcomes that are no likelier than x (R's fisher.test: with a tolerance of
// 1e-7 for rounding).
double hypergeometric_two_sided(double x, double marked, double drawn, double total);

// The share of the beta distribution below x. Requires: a, b > 0, 0 <= x <= 1.
double beta_share(double x, double a, double b);

// Where `share` of the beta distribution lies below. Requires: 0 < share < 1. Some ten evaluations
// of `beta_share`, each of which takes steps in proportion to the root of a + b.
double beta_quantile(double share, double a, double b);

}  // namespace lede::stats
