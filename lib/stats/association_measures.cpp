#include "stats/association_measures.h"

namespace lede::stats {

const AssociationMeasure* find_association(std::string_view name) {
    for (const auto family : {association_tests(), keyness_effects(), pair_effects()})
        for (const AssociationMeasure& measure : family)
            if (measure.is.name == name) return &measure;
    return nullptr;
}

}  // namespace lede::stats
