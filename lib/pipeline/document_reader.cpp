#include "pipeline/document_reader.h"

#include <cstdlib>
#include <string>
#include <utility>

#include "reading/record_layers.h"

namespace lede::pipeline {
namespace {

[[noreturn]] void throw_missing(const Document& document, Layers asked) {
    for (std::size_t i = 0; i < kLayerNames.size(); ++i) {
        const auto layer = static_cast<Layer>(i);
        if (!asked.has(layer) || document.computed.has(layer)) continue;
        throw MissingLayer(document.article.source + ": record " + document.article.id +
                           " has neither text nor the layer \"" + std::string(kLayerNames[i]) +
                           "\": write it with lede-extract, without --no-text");
    }
    std::abort();
}

}  // namespace

Result<Document> DocumentReader::read(const reading::RawRecord& record) const {
    Result<Article> article = parser_.parse(record);
    if (!article) return article.error();
    if (!reading::is_record(record.bytes)) return annotator_.annotate(std::move(article.value()));

    Result<Document> document = reading::read_record(record.bytes, std::move(article.value()));
    if (!document) {
        Error error = document.error();
        error.source = record.source;
        error.record = record.record;
        error.position = record.position;
        return error;
    }
    if (document.value().computed.has_all(asked_)) return document;
    if (document.value().article.text.empty() && !reading::has_text(record.bytes))
        throw_missing(document.value(), asked_);
    annotator_.complete(document.value());
    return document;
}

}  // namespace lede::pipeline
