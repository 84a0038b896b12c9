#include "pipeline/document_reader.h"

#include <string>
#include <utility>

#include "reading/record_layers.h"

namespace lede::pipeline {
namespace {

// Names the first asked layer that the record lacks, or the text itself.
[[noreturn]] void throw_missing(const Document& document, Layers asked) {
    std::string missing = "no text";
    for (std::size_t i = 0; i < kLayerNames.size(); ++i) {
        const auto layer = static_cast<Layer>(i);
        if (!asked.has(layer) || document.computed.has(layer)) continue;
        missing = "neither text nor the layer \"" + std::string(kLayerNames[i]) + "\"";
        break;
    }
    throw MissingLayer(document.article.source + ": record " + document.article.id + " has " +
                       missing + ": write it with lede-extract, without --no-text");
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
    if (document.value().article.text.empty() && !reading::has_text(record.bytes))
        throw_missing(document.value(), asked_);
    if (document.value().computed.has_all(asked_)) return document;
    annotator_.complete(document.value());
    return document;
}

}  // namespace lede::pipeline
