#include "reading/warc_cutter.h"

#include <algorithm>
#include <charconv>

#include "reading/http_message.h"
#include "text/unicode.h"

namespace lede::reading {
namespace {

constexpr std::size_t kLongestLine = std::size_t{64} << 10;
constexpr std::size_t kMostLines = 200;
constexpr std::size_t kMessageHead = std::size_t{16} << 10;

std::optional<std::uint64_t> to_size(std::string_view digits) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

// "20140216050221" as ISO; empty if it is no such stamp.
std::string arc_date(std::string_view stamp) {
    if (stamp.size() < 14 || !std::ranges::all_of(stamp, unicode::is_ascii_digit)) return {};
    const auto part = [&](std::size_t at, std::size_t size) {
        return std::string(stamp.substr(at, size));
    };
    return part(0, 4) + '-' + part(4, 2) + '-' + part(6, 2) + 'T' + part(8, 2) + ':' + part(10, 2) +
           ':' + part(12, 2) + 'Z';
}

bool is_text_type(std::string_view type) {
    return type.empty() || type.starts_with("text/html") || type.starts_with("text/plain") ||
           type.starts_with("application/xhtml");
}

// True for a message that succeeded and carries text.
bool is_article_message(std::string_view head) {
    const HttpHead message = parse_http_head(head);
    return message.status >= 200 && message.status < 300 && message.status != 204 &&
           is_text_type(message.header("content-type"));
}

}  // namespace

bool WarcCutter::skip_blank() {
    for (;;) {
        const std::string_view view = window_.view();
        const std::size_t at = view.find_first_not_of("\r\n");
        if (at != std::string_view::npos) {
            window_.drop(at);
            return true;
        }
        window_.drop(view.size());
        if (!window_.grow()) return false;
    }
}

// The next line without its end; nothing where it is too long or the input ends.
std::optional<std::string_view> WarcCutter::take_line(std::string& line) {
    std::size_t end;
    while ((end = window_.view().find('\n')) == std::string_view::npos)
        if (window_.view().size() > kLongestLine || !window_.grow()) return std::nullopt;
    if (end > kLongestLine) return std::nullopt;
    line = window_.view().substr(0, end);
    window_.drop(end + 1);
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

// Reads named fields up to the blank line; says what is wrong, or nothing.
std::optional<std::string> WarcCutter::read_warc_head(Head& head) {
    std::string line, type;
    bool has_size = false;
    for (std::size_t count = 0;; ++count) {
        if (count == kMostLines || !take_line(line)) return "has a broken crawl header";
        if (line.empty()) break;
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos) continue;
        const std::string name = http_name(std::string_view(line).substr(0, colon));
        std::string_view value = std::string_view(line).substr(colon + 1);
        while (value.starts_with(' ') || value.starts_with('\t')) value.remove_prefix(1);
        if (name == "warc-type") type = value;
        if (name == "warc-target-uri") head.url = value;
        if (name == "warc-date") head.date = value;
        if (name == "content-type") head.content_type = http_name(value);
        if (name == "content-length") {
            const auto size = to_size(value);
            if (!size) return "has a crawl header without a length";
            head.size = *size;
            has_size = true;
        }
    }
    if (!has_size) return "has a crawl header without a length";
    // Some writers put the address in angle brackets.
    if (head.url.starts_with('<') && head.url.ends_with('>'))
        head.url = head.url.substr(1, head.url.size() - 2);
    head.is_message = type == "response" && head.content_type.find("http") != std::string::npos;
    head.is_wanted = head.is_message || ((type == "resource" || type == "conversion") &&
                                         is_text_type(head.content_type));
    return std::nullopt;
}

// "URL IP-address Archive-date Content-type Archive-length"
std::optional<std::string> WarcCutter::read_arc_head(std::string_view line, Head& head) {
    std::vector<std::string_view> fields;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        fields.push_back(line.substr(at, end - at));
        at = end + 1;
    }
    if (fields.size() < 5) return "has a broken crawl header";
    const auto size = to_size(fields.back());
    if (!size) return "has a crawl header without a length";
    head.is_arc = true;
    head.size = *size;
    head.content_type = http_name(fields[fields.size() - 2]);
    head.date = arc_date(fields[fields.size() - 3]);
    // The address itself may hold blanks.
    head.url = line.substr(
        0, static_cast<std::size_t>(fields[fields.size() - 4].data() - line.data()) - 1);
    head.is_message = head.is_wanted =
        head.url.starts_with("http") && is_text_type(head.content_type);
    return std::nullopt;
}

Error WarcCutter::broken(std::uint64_t position, std::string what) {
    resynchronize();
    return {{}, record_, position, std::move(what)};
}

// Drops lines until one that opens a record.
void WarcCutter::resynchronize() {
    constexpr std::size_t kMark = 7;  // "WARC/1."
    for (;;) {
        const std::string_view view = window_.fill(kMark);
        if (view.starts_with("WARC/1.") || view.starts_with("http:") || view.starts_with("https:"))
            return;
        const std::size_t end = view.find('\n');
        window_.drop(end == std::string_view::npos ? view.size() : end + 1);
        if (window_.view().empty() && !window_.grow()) return;
    }
}

// False if the input ends before that many bytes.
bool WarcCutter::drop(std::uint64_t count) {
    while (count > 0) {
        if (window_.view().empty() && !window_.grow()) return false;
        const std::size_t step = std::min<std::uint64_t>(count, window_.view().size());
        window_.drop(step);
        count -= step;
    }
    return true;
}

// The block behind a head; nothing where it is not wanted.
std::optional<Result<RawRecord>> WarcCutter::cut(const Head& head, std::uint64_t position) {
    const std::size_t peeked = std::min<std::uint64_t>(head.size, kMessageHead);
    const bool wanted =
        head.is_wanted &&
        (!head.is_message || is_article_message(window_.fill(peeked).substr(0, peeked)));
    const Error truncated{{}, record_, position, "is a crawl record that breaks off"};
    if (!wanted || head.size > limits_.max_article) {
        const bool whole = drop(head.size);
        if (wanted) return Error{{}, record_, position, too_large(limits_.max_article)};
        if (!whole) return truncated;
        return std::nullopt;
    }
    const std::string_view block = window_.fill(head.size);
    if (block.size() < head.size) {
        window_.drop(block.size());
        return truncated;
    }
    RawRecord record{.record = record_,
                     .only_record = false,
                     .position = window_.position(),
                     .format = Format::kWarc,
                     .bytes = std::string(block.substr(0, head.size)),
                     .url = head.url,
                     .content_type = head.is_message ? std::string() : head.content_type};
    if (!head.date.empty()) record.fields.emplace_back("crawled", head.date);
    window_.drop(head.size);
    return record;
}

std::optional<Result<RawRecord>> WarcCutter::next() {
    while (skip_blank()) {
        const std::uint64_t position = window_.position();
        ++record_;
        std::string line;
        if (!take_line(line)) {
            window_.drop(1);
            return broken(position, "has a broken crawl record");
        }
        Head head;
        const auto problem =
            line.starts_with("WARC/") ? read_warc_head(head) : read_arc_head(line, head);
        if (problem) return broken(position, *problem);
        if (auto record = cut(head, position)) return record;
    }
    return std::nullopt;
}

}  // namespace lede::reading
