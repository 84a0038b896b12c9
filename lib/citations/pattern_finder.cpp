#include "citations/pattern_finder.h"

#include <re2/re2.h>

#include <algorithm>
#include <stdexcept>

namespace lede::citations {

PatternFinder::PatternFinder(const std::vector<UserLaw>& laws) {
    for (const UserLaw& law : laws) {
        if (law.pattern.empty()) continue;
        RE2::Options options;
        options.set_log_errors(false);
        auto expression = std::make_unique<const RE2>(law.pattern, options);
        if (!expression->ok())
            throw std::runtime_error("--laws: pattern of \"" + law.name +
                                     "\": " + expression->error());
        patterns_.push_back({std::move(expression), law});
    }
}

PatternFinder::~PatternFinder() = default;

void PatternFinder::add(std::string_view text, std::vector<Citation>& citations) const {
    std::vector<Citation> found;
    for (const Pattern& pattern : patterns_) {
        const re2::StringPiece whole(text.data(), text.size());
        re2::StringPiece match;
        std::size_t at = 0;
        while (at < text.size() &&
               pattern.expression->Match(whole, at, text.size(), RE2::UNANCHORED, &match, 1)) {
            const auto begin = static_cast<std::size_t>(match.data() - text.data());
            at = begin + std::max<std::size_t>(match.size(), 1);
            if (match.empty()) continue;
            Citation citation;
            citation.place.span = make_span(begin, begin + match.size());
            citation.id = citation.work = pattern.law.id;
            citation.title = pattern.law.name;
            citation.url = pattern.law.url;
            found.push_back(std::move(citation));
        }
    }
    const auto by_place = [](const Citation& a, const Citation& b) {
        return a.place.span < b.place.span;
    };
    std::stable_sort(found.begin(), found.end(), by_place);
    std::vector<Citation> merged;
    std::size_t next = 0;
    std::uint32_t end = 0;
    for (Citation& one : found) {
        while (next < citations.size() && citations[next].place.span.end <= one.place.span.begin)
            ++next;
        const bool taken =
            next < citations.size() && citations[next].place.span.overlaps(one.place.span);
        if (taken || one.place.span.begin < end) continue;
        end = one.place.span.end;
        merged.push_back(std::move(one));
    }
    if (merged.empty()) return;
    std::vector<std::uint32_t> moved(citations.size());
    std::vector<Citation> all;
    std::size_t extra = 0;
    for (std::size_t i = 0; i < citations.size(); ++i) {
        while (extra < merged.size() && by_place(merged[extra], citations[i]))
            all.push_back(std::move(merged[extra++]));
        moved[i] = static_cast<std::uint32_t>(all.size());
        all.push_back(std::move(citations[i]));
    }
    while (extra < merged.size()) all.push_back(std::move(merged[extra++]));
    for (Citation& citation : all)
        for (std::uint32_t& index : citation.same) index = moved[index];
    citations = std::move(all);
}

}  // namespace lede::citations
