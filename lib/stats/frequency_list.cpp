#include "stats/frequency_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>

#include "text/utf8.h"

namespace lede::stats {
namespace {

constexpr std::string_view kMagic = "# lede-freq 1\n";
constexpr std::string_view kColumns = "item\tcount\tarticles";
constexpr std::string_view kEscaped = "\\\t\n\r";
constexpr std::string_view kLetters = "\\tnr";

void append_escaped(std::string& out, std::string_view item) {
    for (const char c : item) {
        const std::size_t which = kEscaped.find(c);
        if (which != std::string_view::npos) out += '\\';
        out += which == std::string_view::npos ? c : kLetters[which];
    }
}

std::optional<std::string> unescape(std::string_view cell) {
    std::string item;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] != '\\') {
            item += cell[i];
            continue;
        }
        const std::size_t which =
            ++i < cell.size() ? kLetters.find(cell[i]) : std::string_view::npos;
        if (which == std::string_view::npos) return std::nullopt;
        item += kEscaped[which];
    }
    return item;
}

std::optional<std::uint64_t> number(std::string_view cell) {
    std::uint64_t value = 0;
    const auto [stop, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || stop != cell.data() + cell.size()) return std::nullopt;
    // As it would be written: no "007".
    if (cell.size() > 1 && cell.front() == '0') return std::nullopt;
    return value;
}

// Reads one file line by line; `what` tells why it stopped.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    std::optional<FrequencyList> read() {
        FrequencyList list;
        if (!is_frequency_file(rest_)) return stop("is no list of frequencies (lede-freq 1)");
        next_line();
        const auto rule = head("# items: ");
        const auto total = number(head("# total: ").value_or(""));
        const auto articles = number(head("# articles: ").value_or(""));
        if (!rule || !total || !articles || next_line() != kColumns)
            return stop("has a head that is not understood");
        list.rule = *rule;
        list.total = *total;
        list.articles = *articles;
        std::uint64_t sum = 0;
        while (!rest_.empty()) {
            auto row = read_row(list);
            if (!row) return stop("is not an item, a count and a number of articles, in order");
            if (__builtin_add_overflow(sum, row->frequency.count, &sum) || sum > list.total)
                return stop("counts more than the total");
            list.rows.push_back(std::move(*row));
        }
        return list;
    }

    std::uint64_t line() const { return line_; }
    std::uint64_t position() const { return position_; }
    const char* what() const { return what_; }

  private:
    std::optional<FrequencyList> stop(const char* what) {
        what_ = what;
        return std::nullopt;
    }

    std::string_view next_line() {
        ++line_;
        const std::size_t size = std::min(rest_.find('\n'), rest_.size());
        const std::string_view line = rest_.substr(0, size);
        position_ += last_size_;
        last_size_ = std::min(size + 1, rest_.size());
        rest_.remove_prefix(last_size_);
        return line;
    }

    std::optional<std::string_view> head(std::string_view name) {
        const std::string_view line = next_line();
        if (!line.starts_with(name)) return std::nullopt;
        return line.substr(name.size());
    }

    std::optional<FrequencyRow> read_row(const FrequencyList& list) {
        const std::string_view line = next_line();
        const std::size_t second = line.rfind('\t');
        if (second == std::string_view::npos || second == 0) return std::nullopt;
        const std::size_t first = line.rfind('\t', second - 1);
        if (first == std::string_view::npos) return std::nullopt;
        const std::string_view cell = line.substr(0, first);
        if (cell.find('\t') != std::string_view::npos || !utf8::is_valid(cell)) return std::nullopt;
        auto item = unescape(cell);
        const auto count = number(line.substr(first + 1, second - first - 1));
        const auto articles = number(line.substr(second + 1));
        if (!item || !count || !articles || *count == 0) return std::nullopt;
        if (*articles == 0 || *articles > *count || *articles > list.articles) return std::nullopt;
        if (!list.rows.empty() && list.rows.back().item >= *item) return std::nullopt;
        return FrequencyRow{std::move(*item), {*count, *articles}};
    }

    std::string_view rest_;
    std::uint64_t line_ = 0;
    std::uint64_t position_ = 0;  // of the line
    std::size_t last_size_ = 0;
    const char* what_ = "";
};

}  // namespace

const FrequencyRow* FrequencyList::find(std::string_view item) const {
    const auto found = std::lower_bound(
        rows.begin(), rows.end(), item,
        [](const FrequencyRow& row, std::string_view name) { return row.item < name; });
    return found != rows.end() && found->item == item ? &*found : nullptr;
}

void FrequencyList::merge(const FrequencyList& other) {
    total += other.total;
    articles += other.articles;
    std::vector<FrequencyRow> merged;
    merged.reserve(std::max(rows.size(), other.rows.size()));
    auto mine = rows.begin();
    auto theirs = other.rows.begin();
    while (mine != rows.end() || theirs != other.rows.end()) {
        if (theirs == other.rows.end() || (mine != rows.end() && mine->item < theirs->item)) {
            merged.push_back(std::move(*mine++));
        } else if (mine == rows.end() || theirs->item < mine->item) {
            merged.push_back(*theirs++);
        } else {
            merged.push_back(std::move(*mine++));
            merged.back().frequency += theirs++->frequency;
        }
    }
    rows = std::move(merged);
}

void append_frequency_file(const FrequencyList& list, std::string& out) {
    fmt::format_to(std::back_inserter(out), "{}# items: {}\n# total: {}\n# articles: {}\n{}\n",
                   kMagic, list.rule, list.total, list.articles, kColumns);
    for (const FrequencyRow& row : list.rows) {
        append_escaped(out, row.item);
        fmt::format_to(std::back_inserter(out), "\t{}\t{}\n", row.frequency.count,
                       row.frequency.articles);
    }
}

bool is_frequency_file(std::string_view bytes) { return bytes.starts_with(kMagic); }

Result<FrequencyList> parse_frequency_file(std::string_view bytes, std::string_view source) {
    Reader reader(bytes);
    if (auto list = reader.read()) return std::move(*list);
    return Error{std::string(source), reader.line(), reader.position(), reader.what()};
}

}  // namespace lede::stats
