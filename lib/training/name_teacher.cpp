#include "training/name_teacher.h"

#include <algorithm>
#include <utility>

#include "entities/document_pass.h"
#include "entities/known_names.h"
#include "entities/name_features.h"
#include "learning/bio.h"

namespace lede::training {
namespace {

// Labels contradicted with this probability are not learned.
constexpr float kFirm = 0.9F;
// Names of plain articles that are less sure are not learned.
constexpr float kSure = 0.8F;

// A name that is unknown in part is unknown as a whole: half a name would teach a wrong begin.
void doubt_whole_names(const std::vector<learning::LabelledSpan>& names, std::size_t first,
                       std::vector<bool>& unknown) {
    for (const learning::LabelledSpan& name : names) {
        const auto begin = unknown.begin() + static_cast<std::ptrdiff_t>(first + name.begin);
        const auto end = unknown.begin() + static_cast<std::ptrdiff_t>(first + name.end);
        if (std::find(begin, end, true) != end) std::fill(begin, end, true);
    }
}

}  // namespace

NameTeacher::NameTeacher(std::string model, const entities::NamePreparation& preparation)
    : bytes_(std::move(model)), preparation_(preparation), model_(bytes_), memory_(model_, 0.0F) {}

void NameTeacher::decode(const Document& document, std::uint32_t sentence) {
    entities::write_name_features(document, memory_.prepared, sentence, memory_.scorer);
    model_.decode(memory_.scorer.emissions(), {}, memory_.decoding, memory_.labels,
                  memory_.confidence);
}

void NameTeacher::doubt(EntityDocument& document) {
    const Document& text = document.document;
    const auto gold = learning::labels_of_spans(document.names, text.tokens.size());
    preparation_.prepare(text, memory_.preparation, memory_.prepared);
    for (std::uint32_t s = 0; s < text.sentences.size(); ++s) {
        decode(text, s);
        const std::uint32_t first = text.sentences[s].first_token;
        for (std::size_t i = 0; i < memory_.labels.size(); ++i)
            if (gold[first + i] == learning::kOutside && memory_.labels[i] != learning::kOutside &&
                memory_.confidence[i] > kFirm)
                document.unknown[first + i] = true;
        doubt_whole_names(learning::spans_of_labels(memory_.labels), first, document.unknown);
    }
    doubt_whole_names(document.names, 0, document.unknown);
}

void NameTeacher::label(EntityDocument& document) {
    const Document& text = document.document;
    document.names.clear();
    document.unknown.assign(text.tokens.size(), false);
    preparation_.prepare(text, memory_.preparation, memory_.prepared);
    for (std::uint32_t s = 0; s < text.sentences.size(); ++s) {
        decode(text, s);
        const std::uint32_t first = text.sentences[s].first_token;
        for (std::size_t i = 0; i < memory_.labels.size(); ++i)
            document.unknown[first + i] = memory_.confidence[i] < kSure;
    }
    auto names = entities::tag_names(text, model_, memory_);
    names = entities::add_known_names(text, memory_.prepared, names);
    for (const auto& name : entities::make_consistent(text, memory_.prepared, std::move(names))) {
        document.names.push_back({name.first, name.last, static_cast<std::size_t>(name.type)});
        // What the rest of the article tells is sure enough.
        if (name.confidence < kSure) continue;
        for (auto i = name.first; i < name.last; ++i) document.unknown[i] = false;
    }
    doubt_whole_names(document.names, 0, document.unknown);
}

}  // namespace lede::training
