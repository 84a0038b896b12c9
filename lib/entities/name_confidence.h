// Confidence: from what the name model believes to how often it is right.
//
//   calibrated(0.99F) -> 0.86     of mentions with this value, so many are right
//
// The model is too sure of itself on texts of a kind that it has not learned from. The curve was
// measured on a corpus left out of the training (ner.model.md).
#pragma once

namespace lede::entities {

// `belief` and the result are probabilities, 0 to 1; monotone.
float calibrated(float belief);

}  // namespace lede::entities
