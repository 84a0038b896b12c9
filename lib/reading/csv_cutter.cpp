#include "reading/csv_cutter.h"

#include <algorithm>

#include "text/unicode.h"

namespace lede::reading {
namespace {

constexpr std::string_view kSeparators = ",\t;|";
constexpr std::size_t kHead = std::size_t{64} << 10;  // shows how rows end

bool is_separator(char c, char separator) {
    return separator ? c == separator : kSeparators.find(c) != std::string_view::npos;
}

enum class Quoting : unsigned char { kQuoted, kLiteral, kUnknown };

// Whether the cell whose opening quote stands before `at` is a quoted one; `at` moves behind its
// closing quote, or to where more of the text must be seen. `is_whole`: there is no more.
Quoting find_close(std::string_view text, std::size_t& at, char separator, bool is_whole) {
    while ((at = std::min(text.find('"', at), text.size())) < text.size()) {
        if (at + 1 == text.size()) {
            if (!is_whole) return Quoting::kUnknown;
            ++at;
            return Quoting::kQuoted;
        }
        const char next = text[at + 1];
        if (next == '"') {
            at += 2;
            continue;
        }
        const bool ends_row = next == '\n' || next == '\r';
        // `\", and`: a sentence goes on there, no cell begins.
        const bool goes_on = text[at - 1] == '\\' && text.substr(at + 2, 1) == " ";
        const bool ends_cell = ends_row || (is_separator(next, separator) && !goes_on);
        const bool is_escaped = !ends_cell && text[at - 1] == '\\';
        // Tables with tabs mostly know no quoting: there it must be plain.
        if (!ends_cell && !is_escaped && separator == '\t') return Quoting::kLiteral;
        ++at;
        if (!is_escaped) return Quoting::kQuoted;
    }
    return is_whole ? Quoting::kLiteral : Quoting::kUnknown;
}

void unquote(std::string_view quoted, std::string& cell) {
    for (std::size_t i = 0; i < quoted.size(); ++i) {
        if (quoted[i] == '"' && i + 1 < quoted.size() && quoted[i + 1] == '"')
            ++i;
        else if (quoted[i] == '"' && !cell.empty() && cell.back() == '\\')
            cell.pop_back();
        cell += quoted[i];
    }
}

std::string_view trimmed(std::string_view name) {
    while (!name.empty() && unicode::is_ascii_space(name.front())) name.remove_prefix(1);
    while (!name.empty() && unicode::is_ascii_space(name.back())) name.remove_suffix(1);
    return name;
}

}  // namespace

std::vector<std::string> split_csv_row(std::string_view row, char separator) {
    std::vector<std::string> cells(1);
    bool at_begin = true;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const char c = row[i];
        if (c == separator) {
            cells.emplace_back();
            at_begin = true;
            continue;
        }
        std::size_t end = i + 1;
        if (c == '"' && at_begin && find_close(row, end, separator, true) == Quoting::kQuoted) {
            unquote(row.substr(i + 1, end - i - 2), cells.back());
            i = end - 1;
        } else {
            cells.back() += c;
        }
        at_begin = false;
    }
    return cells;
}

char guess_separator(std::string_view header) {
    char best = ',';
    for (const char mark : kSeparators)
        if (std::ranges::count(header, mark) > std::ranges::count(header, best)) best = mark;
    return best;
}

// Moves `at` behind the quoted cell whose opening quote stands before it, if there is one; false if
// it is over the limit.
bool CsvCutter::pass_quoted(std::size_t& at) {
    std::size_t end = at;
    Quoting found = find_close(window_.view(), end, separator_, false);
    while (found == Quoting::kUnknown) {
        if (end > limits_.max_article) return false;
        const bool has_more = window_.grow();
        found = find_close(window_.view(), end, separator_, !has_more);
    }
    if (found == Quoting::kQuoted) at = end;
    return true;
}

// The row at the front of the window without its line end; false if it is over the limit.
bool CsvCutter::take_row(std::string& row) {
    bool at_begin = true;
    std::size_t at = 0;
    for (;;) {
        if (at == window_.view().size() && !window_.grow()) break;
        const char c = window_.view()[at];
        if (c == row_end_) break;
        ++at;
        if ((c == '"' && at_begin && !pass_quoted(at)) || at > limits_.max_article) {
            window_.drop(std::min(at, window_.view().size()));
            return false;
        }
        at_begin = is_separator(c, separator_);
    }
    row = window_.view().substr(0, at);
    window_.drop(std::min(at + 1, window_.view().size()));
    if (row.ends_with('\r')) row.pop_back();
    return row.size() <= limits_.max_article;
}

void CsvCutter::read_header() {
    const std::string_view head = window_.fill(kHead);
    if (head.find('\n') == std::string_view::npos && head.find('\r') != std::string_view::npos)
        row_end_ = '\r';
    std::string header;
    take_row(header);
    if (header.starts_with("\xEF\xBB\xBF")) header.erase(0, 3);
    // What spreadsheets write to tell each other the separator.
    if (header.size() == 5 && header.starts_with("sep=")) {
        separator_ = header[4];
        take_row(header);
    }
    if (!separator_) separator_ = guess_separator(header);
    std::vector<std::string> names = split_csv_row(header, separator_);
    for (std::string& name : names) name = std::string(trimmed(name));
    columns_ = std::make_shared<const std::vector<std::string>>(std::move(names));
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
