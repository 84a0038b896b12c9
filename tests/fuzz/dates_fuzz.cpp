// Any bytes as one sentence: the date grammar must end, and its spans must lie in the text in
// order.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "dates/date_finder.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const lede::Lexicon lexicon;
    static const lede::dates::DateFinder finder(lexicon, {});
    lede::Document document;
    document.article.text = lede::utf8::repair({reinterpret_cast<const char*>(data), size});
    document.article.published = "2019-02-20";
    document.sentences.push_back({lede::make_span(0, document.article.text.size())});
    std::uint32_t last = 0;
    for (const lede::Timex& timex : finder.find(document)) {
        const lede::Span span = timex.place.span;
        if (span.begin < last || span.empty() || span.end > document.article.text.size())
            std::abort();
        last = span.end;
    }
    return 0;
}
