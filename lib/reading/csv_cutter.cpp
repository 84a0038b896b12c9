#include "reading/csv_cutter.h"

#include <algorithm>

namespace lede::reading {

std::vector<std::string> split_csv_row(std::string_view row, char separator) {
    std::vector<std::string> cells(1);
    bool quoted = false, at_begin = true;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const char c = row[i];
        if (quoted) {
            if (c != '"') {
                cells.back() += c;
            } else if (i + 1 < row.size() && row[i + 1] == '"') {
                cells.back() += '"';
                ++i;
            } else {
                quoted = false;
            }
        } else if (c == separator) {
            cells.emplace_back();
            at_begin = true;
            continue;
        } else if (c == '"' && at_begin) {
            quoted = true;
        } else {
            cells.back() += c;
        }
        at_begin = false;
    }
    return cells;
}

char guess_separator(std::string_view header) {
    char best = ',';
    for (const char mark : {',', '\t', ';', '|'})
        if (std::ranges::count(header, mark) > std::ranges::count(header, best)) best = mark;
    return best;
}

// The row at the front of the window without its line end; false if it is over the limit.
bool CsvCutter::take_row(std::string& row) {
    bool quoted = false, at_begin = true, in_quoted_cell = false;
    std::size_t at = 0;
    for (;; ++at) {
        if (at == window_.view().size()) {
            if (at > limits_.max_article) {
                window_.drop(at);
                return false;
            }
            if (!window_.grow()) break;
        }
        const char c = window_.view()[at];
        if (c == '"') {
            // Doubled quotes inside a cell switch off and on again.
            in_quoted_cell |= at_begin;
            if (quoted || at_begin || (in_quoted_cell && window_.view()[at - 1] == '"'))
                quoted = !quoted;
        } else if (c == '\n' && !quoted) {
            break;
        }
        const bool is_separator =
            c == separator_ ||
            (separator_ == '\0' && std::string_view(",;\t|").find(c) != std::string_view::npos);
        at_begin = is_separator && !quoted;
        if (at_begin) in_quoted_cell = false;
    }
    row = window_.view().substr(0, at);
    window_.drop(std::min(at + 1, window_.view().size()));
    if (row.ends_with('\r')) row.pop_back();
    return row.size() <= limits_.max_article;
}

void CsvCutter::read_header() {
    std::string header;
    take_row(header);
    if (header.starts_with("\xEF\xBB\xBF")) header.erase(0, 3);
    separator_ = guess_separator(header);
    columns_ = std::make_shared<const std::vector<std::string>>(split_csv_row(header, separator_));
}

std::optional<Result<RawRecord>> CsvCutter::next() {
    if (!columns_) read_header();
    for (;;) {
        if (window_.view().empty() && !window_.grow()) return std::nullopt;
        const std::uint64_t position = window_.position();
        RawRecord record{.record = ++row_,
                         .only_record = false,
                         .position = position,
                         .format = Format::kCsv,
                         .columns = columns_,
                         .separator = separator_};
        if (!take_row(record.bytes))
            return Error{{}, row_, position, too_large(limits_.max_article)};
        if (record.bytes.find_first_not_of(" \t\r") != std::string::npos) return record;
    }
}

}  // namespace lede::reading
