#include "reading/section_cutter.h"

#include <algorithm>

namespace lede::reading {

bool SectionCutter::opens_section(std::string_view line, bool after_blank) const {
    if (format_ == Format::kMail) return after_blank && line.starts_with("From ");
    for (const std::string_view tag : {"<text", "<doc", "<article"})
        if (line.starts_with(tag) && line.size() > tag.size() &&
            (line[tag.size()] == ' ' || line[tag.size()] == '>'))
            return true;
    return false;
}

// The line at offset `at` of the window, with its end; false at the end of the input. A line that
// is longer than the limit is handed over in parts.
bool SectionCutter::take_line(std::size_t& at, std::string_view& line) {
    std::size_t scanned = at;
    for (;;) {
        const std::string_view view = window_.view();
        const std::size_t end = view.find('\n', scanned);
        if (end != std::string_view::npos) {
            line = view.substr(at, end + 1 - at);
            at = end + 1;
            return true;
        }
        scanned = view.size();
        if (scanned - at > limits_.max_article || !window_.grow()) {
            line = window_.view().substr(at, scanned - at);
            at = scanned;
            return !line.empty();
        }
    }
}

std::optional<Result<RawRecord>> SectionCutter::next() {
    std::size_t at = 0;
    std::string_view line;
    while (!started_) {
        if (!take_line(at, line)) {
            window_.drop(at);
            return std::nullopt;
        }
        started_ = opens_section(line, true);
        if (started_) break;
        window_.drop(at);
        at = 0;
    }
    if (at == 0 && !take_line(at, line)) return std::nullopt;
    const std::uint64_t position = window_.position();
    ++record_;
    bool after_blank = false, too_long = false;
    std::size_t end = at;
    while (take_line(at, line)) {
        if (opens_section(line, after_blank)) break;
        after_blank = line.find_first_not_of("\r\n") == std::string_view::npos;
        end = at;
        if (end <= limits_.max_article) continue;
        too_long = true;
        window_.drop(end);
        at = end = 0;
    }
    if (too_long) {
        window_.drop(end);
        return Error{{}, record_, position, too_large(limits_.max_article)};
    }
    RawRecord record{.record = record_,
                     .only_record = false,
                     .position = position,
                     .format = format_,
                     .bytes = std::string(window_.view().substr(0, end))};
    window_.drop(end);
    return record;
}

}  // namespace lede::reading
