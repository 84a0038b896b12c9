#include "training/tag_labels.h"

#include <algorithm>

namespace lede::training {

std::optional<Upos> upos_of(std::string_view name) {
    const auto found = std::find(kUposNames.begin(), kUposNames.end(), name);
    if (found == kUposNames.end()) return std::nullopt;
    return static_cast<Upos>(found - kUposNames.begin());
}

std::optional<Xpos> xpos_of(std::string_view name) {
    const auto found = std::find(kXposNames.begin(), kXposNames.end(), name);
    if (found == kXposNames.end()) return std::nullopt;
    return static_cast<Xpos>(found - kXposNames.begin());
}

}  // namespace lede::training
