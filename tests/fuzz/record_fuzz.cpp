// Any bytes as one of our records: an error, or a document whose spans lie in its text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "reading/article_parser.h"
#include "reading/record_layers.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (!reading::is_record(bytes)) return 0;
    static const reading::ArticleParser parser({.text_required = false});
    reading::RawRecord record{.source = "fuzz", .path_id = "fuzz"};
    record.format = reading::Format::kJsonl;
    record.bytes = bytes;
    Result<Article> article = parser.parse(record);
    if (!article) return 0;
    const Result<Document> read = reading::read_record(bytes, std::move(article.value()));
    if (!read || read.value().text().empty()) return 0;
    for (const Mention& mention : read.value().mentions) {
        if (mention.place.span.end > read.value().text().size()) std::abort();
        if (mention.entity != kNone && mention.entity >= read.value().entities.size()) std::abort();
    }
    for (const Sentence& sentence : read.value().sentences)
        if (sentence.last_token > read.value().tokens.size()) std::abort();
    return 0;
}
