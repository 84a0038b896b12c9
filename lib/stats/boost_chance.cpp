#include "stats/boost_chance.h"

#include <boost/math/distributions/hypergeometric.hpp>
#include <boost/math/policies/policy.hpp>
#include <cstdint>

namespace lede::stats {
namespace {

// As SciPy has it: double stays double.
using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

}  // namespace

double boost_chance_of_none(double marked, double drawn, double all) {
    const boost::math::hypergeometric_distribution<double, Policy> distribution(
        static_cast<std::uint64_t>(marked), static_cast<std::uint64_t>(drawn),
        static_cast<std::uint64_t>(all));
    return boost::math::pdf(distribution, 0);
}

}  // namespace lede::stats
