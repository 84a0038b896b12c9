// Any bytes: citations lie inside the text, in order and apart from each other.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "citations/citation_finder.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede;
    static const citations::CitationFinder finder(Lexicon(), {});
    Document document;
    document.article.text =
        utf8::repair(std::string_view(reinterpret_cast<const char*>(data), size));
    document.article.published = "2019-02-20";
    std::uint32_t end = 0;
    for (const Citation& citation : finder.find(document)) {
        const Span span = citation.place.span;
        if (span.begin < end || span.empty() || span.end > document.text().size()) std::abort();
        if (utf8::is_continuation(document.text()[span.begin])) std::abort();
        if (span.end < document.text().size() && utf8::is_continuation(document.text()[span.end]))
            std::abort();
        end = span.end;
    }
    return 0;
}
