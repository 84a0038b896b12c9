#include "pipeline/annotator.h"

#include <utility>

#include "relations/relations.h"

namespace lede::pipeline {

Layers closure(Layers asked) {
    Layers needed = asked;
    needed.add(Layer::kBlocks);
    if (needed.has(Layer::kNonspeech)) needed.add(Layer::kQuotes);
    if (needed.has(Layer::kQuotes)) needed = needed | Layers{Layer::kEntities, Layer::kUpos};
    if (needed.has(Layer::kEntities)) needed.add(Layer::kDates);
    if (needed.has(Layer::kDates)) needed.add(Layer::kCitations);
    if (needed.has(Layer::kLemmas) || needed.has(Layer::kXpos)) needed.add(Layer::kUpos);
    if (needed.has(Layer::kUpos)) needed.add(Layer::kXpos);
    return needed | Layers{Layer::kTokens, Layer::kSentences};
}

Annotator::Annotator(const Lexicon& lexicon, const AnnotatorOptions& options)
    : needed_(closure(options.layers)), any_language_(options.any_language), tokenizer_(lexicon) {
    if (needed_.has(Layer::kUpos) || needed_.has(Layer::kLemmas)) tagger_.emplace(lexicon);
    if (needed_.has(Layer::kCitations)) citations_.emplace(lexicon, options.citations);
    if (needed_.has(Layer::kDates)) dates_.emplace(lexicon, options.dates);
    if (needed_.has(Layer::kEntities)) entities_.emplace(lexicon, options.entities);
    if (needed_.has(Layer::kQuotes)) quotes_.emplace(lexicon, options.quotes);
}

Document Annotator::annotate(Article article, StageTimes* times) const {
    Document document;
    document.article = std::move(article);
    complete(document, times);
    return document;
}

void Annotator::complete(Document& document, StageTimes* times) const {
    const std::string& language = document.article.language;
    if (any_language_ || language == "en" || language == "und") annotate_layers(document, times);
    document.computed = document.computed | needed_;
}

void Annotator::annotate_layers(Document& document, StageTimes* times) const {
    const auto lacks = [&](Layer layer) {
        return needed_.has(layer) && !document.computed.has(layer);
    };
    if (lacks(Layer::kTokens) || lacks(Layer::kSentences)) {
        const StageTimer timer(times, Stage::kTokens);
        document.tokens.clear();
        document.sentences.clear();
        tokenizer_.tokenize(document.article, document.tokens, document.sentences);
    }
    {
        const StageTimer timer(times, Stage::kTags);
        if (lacks(Layer::kUpos) || lacks(Layer::kXpos)) tagger_->tag(document);
        if (lacks(Layer::kLemmas)) tagger_->lemmatize(document);
    }
    if (lacks(Layer::kCitations)) {
        const StageTimer timer(times, Stage::kCitations);
        document.citations = citations_->find(document);
    }
    if (lacks(Layer::kDates)) {
        const StageTimer timer(times, Stage::kDates);
        document.dates = dates_->find(document);
    }
    if (lacks(Layer::kEntities)) {
        const StageTimer timer(times, Stage::kEntities);
        entities::Entities found = entities_->find(document);
        document.mentions = std::move(found.mentions);
        document.entities = std::move(found.entities);
    }
    if (lacks(Layer::kQuotes)) {
        const StageTimer timer(times, Stage::kQuotes);
        quotes::Quotes found = quotes_->find(document);
        document.quotes = std::move(found.quotes);
        document.nonspeech = std::move(found.nonspeech);
    }
    const StageTimer timer(times, Stage::kRelations);
    relations::relate(document);
}

}  // namespace lede::pipeline
