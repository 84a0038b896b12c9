#include "charts/circle_order.h"

namespace lede::charts {

std::vector<std::size_t> order_on_circle(std::size_t things, const std::vector<Link>& links) {
    std::vector<double> weight(things, 0);  // of all links of a thing
    std::vector<double> bound(things, 0);   // of links to things that stand already
    for (const Link& link : links) {
        weight[link.from] += link.weight;
        weight[link.to] += link.weight;
    }
    std::vector<bool> stands(things, false);
    std::vector<std::size_t> order;
    while (order.size() < things) {
        std::size_t best = things;
        for (std::size_t i = 0; i < things; ++i) {
            if (stands[i]) continue;
            if (best == things || bound[i] > bound[best] ||
                (bound[i] == bound[best] && weight[i] > weight[best]))
                best = i;
        }
        stands[best] = true;
        order.push_back(best);
        for (const Link& link : links) {
            if (link.from == best) bound[link.to] += link.weight;
            if (link.to == best) bound[link.from] += link.weight;
        }
    }
    return order;
}

}  // namespace lede::charts
