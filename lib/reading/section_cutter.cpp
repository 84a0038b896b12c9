#include "reading/section_cutter.h"

#include <algorithm>
#include <array>
#include <utility>

#include "reading/vrt_line.h"

namespace lede::reading {

namespace {

constexpr std::array<std::string_view, 3> kSections = {"text", "doc", "article"};
constexpr std::array<std::string_view, 2> kCollections = {"corpus", "corpora"};

std::string_view without_line_end(std::string_view line) {
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

bool is_one_of(std::string_view name, const auto& names) {
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

bool SectionCutter::opens_vrt_section(std::string_view line) const {
    line = without_line_end(line);
    if (!is_vrt_tag(line)) return false;
    const std::string_view name = vrt_tag_name(line);
    return is_one_of(name, kSections) || (!first_tag_.empty() && name == first_tag_);
}

bool SectionCutter::opens_section(std::string_view line, bool after_blank) const {
    if (format_ == Format::kMail) return after_blank && line.starts_with("From ");
    return line.starts_with('<') && opens_vrt_section(line);
}

bool SectionCutter::begins_at(std::string_view line) {
    if (opens_section(line, true)) return true;
    if (format_ == Format::kMail) return false;
    const std::string_view bare = without_line_end(line);
    if (bare.starts_with("\xEF\xBB\xBF") || bare.find_first_not_of(" \t") == std::string_view::npos)
        return false;
    if (!is_vrt_tag(bare)) return true;
    if (bare.starts_with("<!--") && columns_.empty() &&
        bare.find("attributes") != std::string_view::npos)
        columns_ = line;
    const bool is_name = bare[1] != '!' && bare[1] != '?' && bare[1] != '/';
    if (!is_name || is_one_of(vrt_tag_name(bare), kCollections)) return false;
    first_tag_ = vrt_tag_name(bare);
    return true;
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
        started_ = begins_at(line);
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
                     .bytes = std::exchange(columns_, {}).append(window_.view().substr(0, end))};
    window_.drop(end);
    return record;
}

}  // namespace lede::reading
