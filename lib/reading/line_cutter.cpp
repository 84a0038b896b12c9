#include "reading/line_cutter.h"

#include <algorithm>
#include <string>

#include "text/unicode.h"

namespace lede::reading {
namespace {

constexpr std::size_t kShort = std::size_t{64} << 10;  // of a line that the filter waits for

bool is_blank(std::string_view line) { return std::ranges::all_of(line, unicode::is_ascii_space); }

}  // namespace

// Size of the line at the front of the window without its "\n"; nothing if it is too long.
std::optional<std::size_t> LineCutter::line_end() {
    std::size_t scanned = 0;
    for (;;) {
        const std::string_view view = window_.view();
        const std::size_t end = view.find('\n', scanned);
        if (end != std::string_view::npos)
            return end <= limits_.max_article ? std::optional(end) : std::nullopt;
        scanned = view.size();
        if (scanned > limits_.max_article) return std::nullopt;
        if (!window_.grow()) return scanned;
    }
}

Result<RawRecord> LineCutter::pass_over() {
    Error error{{}, line_, window_.position(), too_large(limits_.max_article)};
    do {
        const std::size_t end = window_.view().find('\n');
        if (end != std::string_view::npos) {
            window_.drop(end + 1);
            break;
        }
        window_.drop(window_.view().size());
    } while (window_.grow());
    return error;
}

void LineCutter::drop_lines(std::size_t size) {
    const std::string_view lines = window_.view().substr(0, size);
    line_ += static_cast<std::uint64_t>(std::count(lines.begin(), lines.end(), '\n'));
    window_.drop(size);
}

// Moves to the next line that is wanted, or that the filter has not seen.
void LineCutter::pass_unwanted_lines() {
    while (line_ > 0) {
        if (!wanted_.empty()) {
            drop_lines(wanted_.back() - window_.position());
            wanted_.pop_back();
            return;
        }
        if (filtered_ > window_.position()) drop_lines(filtered_ - window_.position());
        if (window_.view().empty() && !window_.grow()) return;
        const std::size_t last = window_.view().rfind('\n');
        if (last == std::string_view::npos) {
            if (window_.view().size() < kShort && window_.grow()) continue;
            return;
        }
        filtered_ = window_.position() + last + 1;
        for (const std::size_t begin : limits_.lines(window_.view().substr(0, last + 1)))
            wanted_.push_back(window_.position() + begin);
        std::ranges::reverse(wanted_);
    }
}

std::optional<Result<RawRecord>> LineCutter::next() {
    for (;;) {
        if (limits_.lines) pass_unwanted_lines();
        if (window_.view().empty() && !window_.grow()) return std::nullopt;
        ++line_;
        const std::optional<std::size_t> end = line_end();
        if (!end) return pass_over();
        std::string_view line = window_.view().substr(0, *end);
        const std::size_t used = std::min(*end + 1, window_.view().size());
        if (line.ends_with('\r')) line.remove_suffix(1);
        RawRecord record{.record = line_,
                         .only_record = false,
                         .position = window_.position(),
                         .format = format_};
        const bool blank = is_blank(line);
        if (!blank) record.bytes = line;
        window_.drop(used);
        if (!blank) return Result<RawRecord>(std::move(record));
    }
}

}  // namespace lede::reading
