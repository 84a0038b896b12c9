#include "support/marked_text.h"

#include <algorithm>
#include <stdexcept>

namespace lede::test {

MarkedText parse_marked(std::string_view marked) {
    MarkedText result;
    std::vector<std::size_t> open;  // indexes into result.spans
    bool in_label = false;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        const char c = marked[i];
        std::string& target =
            in_label && !open.empty() ? result.spans[open.back()].label : result.text;
        if (c == '\\' && i + 1 < marked.size()) {
            target.push_back(marked[++i]);
        } else if (c == '[') {
            open.push_back(result.spans.size());
            result.spans.push_back({make_span(result.text.size(), result.text.size()), ""});
        } else if (c == '|' && !open.empty() && !in_label) {
            in_label = true;
        } else if (c == ']') {
            if (open.empty()) throw std::invalid_argument("] without [ in a marked text");
            result.spans[open.back()].span.end = static_cast<std::uint32_t>(result.text.size());
            open.pop_back();
            in_label = false;
        } else {
            target.push_back(c);
        }
    }
    if (!open.empty()) throw std::invalid_argument("[ without ] in a marked text");
    return result;
}

std::string write_marked(std::string_view text, std::vector<MarkedSpan> spans) {
    std::stable_sort(spans.begin(), spans.end(),
                     [](const MarkedSpan& a, const MarkedSpan& b) { return a.span < b.span; });
    std::string out;
    std::vector<const MarkedSpan*> open;
    std::size_t next = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        while (!open.empty() && open.back()->span.end <= i) {
            if (!open.back()->label.empty()) out += "|" + open.back()->label;
            out += ']';
            open.pop_back();
        }
        while (next < spans.size() && spans[next].span.begin == i) {
            out += '[';
            open.push_back(&spans[next++]);
        }
        if (i < text.size()) out.push_back(text[i]);
    }
    return out;
}

}  // namespace lede::test
