#include "reading/format_detector.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "reading/csv_cutter.h"
#include "reading/office_document.h"
#include "text/unicode.h"

namespace lede::reading {
namespace {

std::string_view without_lead(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    while (!head.empty() && unicode::is_ascii_space(head.front())) head.remove_prefix(1);
    return head;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = unicode::ascii_lower(c);
    return out;
}

std::string_view first_line(std::string_view head) {
    std::string_view line = head.substr(0, head.find('\n'));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// A JSON object or an array of objects: the brace is followed by a key or closes at once.
bool is_json(std::string_view head) {
    if (head.starts_with('[')) head = without_lead(head.substr(1));
    if (!head.starts_with('{')) return false;
    head = without_lead(head.substr(1));
    return head.starts_with('"') || head.starts_with('}');
}

// A page begins with a doctype, a comment, or one of the elements that pages are made of.
bool is_html(std::string_view head) {
    const std::string text = lower(head.substr(0, 2048));
    std::string_view rest = text;
    if (rest.starts_with("<?xml")) rest.remove_prefix(std::min(rest.find("?>"), rest.size()));
    if (rest.starts_with("?>")) rest.remove_prefix(2);
    rest = without_lead(rest);
    while (rest.starts_with("<!--")) {
        const std::size_t end = rest.find("-->");
        if (end == std::string_view::npos) return true;
        rest = without_lead(rest.substr(end + 3));
    }
    static constexpr std::array<std::string_view, 18> kOpenings = {
        "<!doctype html", "<html",  "<head>", "<head ",   "<body",   "<title", "<meta",
        "<div",           "<p>",    "<p ",    "<section", "<script", "<h1",    "<table",
        "<link",          "<base ", "<main",  "<style"};
    // A wrapper of tags of its own around a page.
    if (rest.starts_with('<') && rest.find("\n<html") != std::string_view::npos) return true;
    return std::ranges::any_of(kOpenings,
                               [&](std::string_view tag) { return rest.starts_with(tag); });
}

// Tags on lines of their own, then tokens.
bool is_vrt(std::string_view head) {
    if (!head.starts_with("<text") && !head.starts_with("<doc") && !head.starts_with("<corpus") &&
        !head.starts_with("<?xml"))
        return false;
    std::size_t tags = 0, tokens = 0;
    while (!head.empty() && tags + tokens < 20) {
        const std::string_view line = first_line(head);
        head.remove_prefix(std::min(head.find('\n'), head.size() - 1) + 1);
        const bool is_tag = line.starts_with('<') && line.ends_with('>');
        const bool is_token =
            line.find(' ') == std::string_view::npos || line.find('\t') != std::string_view::npos;
        if (!is_tag && !is_token) return false;
        tags += is_tag;
        tokens += is_token && !is_tag;
    }
    return tags > 0 && tokens > 0;
}

// A mail box, or the headers of one message; two of the lines must be headers that all mail has.
bool is_mail(std::string_view head) {
    static constexpr std::array<std::string_view, 9> kHeaders = {
        "from:",     "to:",          "subject:",    "date:",        "received:",
        "reply-to:", "return-path:", "message-id:", "mime-version:"};
    const bool is_box = head.starts_with("From ");
    if (is_box) head.remove_prefix(std::min(head.find('\n'), head.size() - 1) + 1);
    std::size_t known = 0;
    while (!head.empty()) {
        const std::string_view line = first_line(head);
        head.remove_prefix(std::min(head.find('\n'), head.size() - 1) + 1);
        if (line.empty()) break;
        if (line.front() == ' ' || line.front() == '\t') continue;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || line.find(' ') < colon) return false;
        known += std::ranges::find(kHeaders, lower(line.substr(0, colon + 1))) != kHeaders.end();
    }
    return known >= 2;
}

// Each response of a crawl is of a kind of its own, pictures among them.
bool is_crawl(std::string_view head) {
    return head.starts_with("WARC/1.") || head.starts_with("filedesc://");
}

bool is_table_name(std::string_view name) {
    const std::string text = lower(name);
    return text.find(".csv") != std::string::npos || text.find(".tsv") != std::string::npos;
}

bool is_vrt_name(std::string_view name) {
    const std::string text = lower(name);
    return text.find(".vrt") != std::string::npos || text.ends_with(".vert");
}

// A header row: the name says so, or one of its cells is called as the text of an article is.
bool is_table(std::string_view head, std::string_view name) {
    std::string_view line = first_line(head);
    if (line.size() == 5 && line.starts_with("sep=")) {
        if (is_table_name(name)) return true;
        line = first_line(head.substr(std::min(head.find('\n') + 1, head.size())));
    }
    line = line.substr(0, line.find('\r'));
    const std::vector<std::string> cells = split_csv_row(line, guess_separator(line));
    if (cells.size() < 2) return false;
    if (is_table_name(name)) return true;
    return std::ranges::any_of(cells, [](const std::string& cell) {
        const std::string key = lower(cell);
        return key == "text" || key == "content" || key == "body" || key == "maintext";
    });
}

// UTF-16 text as if it were ASCII; other text as it is.
std::string narrowed(std::string_view head) {
    std::string out(head);
    const auto nuls = std::ranges::count(head, '\0');
    if (static_cast<std::size_t>(nuls) * 3 < head.size()) return out;
    std::erase_if(out, [](char c) { return c == '\0' || c == '\xFF' || c == '\xFE'; });
    return out;
}

}  // namespace

Format detect_format(std::string_view head, std::string_view name) {
    if (is_office_document(head)) return Format::kOffice;
    if (is_crawl(head)) return Format::kWarc;
    const std::string text = narrowed(head);
    const std::string_view rest = without_lead(text);
    if (is_html(rest)) return Format::kHtml;
    // The other kinds are cut at line ends, which UTF-16 has in other bytes.
    if (text.size() < head.size()) return Format::kText;
    if (is_json(rest)) return Format::kJsonl;
    if (is_vrt_name(name) || is_vrt(rest)) return Format::kVrt;
    if (is_mail(rest)) return Format::kMail;
    if (is_table(rest, name)) return Format::kCsv;
    return Format::kText;
}

std::string_view kind_not_read(std::string_view head) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kMagic = {{
        {"%PDF-", "a PDF document"},
        {"\x89PNG", "a picture"},
        {"\xFF\xD8\xFF", "a picture"},
        {"GIF8", "a picture"},
        {"RIFF", "a media file"},
        {"ID3", "a media file"},
        {"OggS", "a media file"},
        {"\x1A\x45\xDF\xA3", "a media file"},
        {"\x7F"
         "ELF",
         "a program"},
        {"MZ\x90", "a program"},
        {"\xCA\xFE\xBA\xBE", "a program"},
        {"\xD0\xCF\x11\xE0", "an old office document"},
        {"SQLite format 3", "a database"},
        {"Rar!", "a RAR archive"},
        {"7z\xBC\xAF", "a 7z archive"},
        {"wOFF", "a font"},
        {"wOF2", "a font"},
    }};
    if (is_office_document(head) || is_crawl(head)) return {};
    for (const auto& [magic, kind] : kMagic)
        if (head.starts_with(magic)) return kind;
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return {};
    if (narrowed(head).size() < head.size()) return {};
    // Of random bytes one in ten is a control character; text has a stray one at most.
    const auto controls = std::ranges::count_if(head, [](char c) {
        return c >= 0 && c < ' ' && !unicode::is_ascii_space(c) && c != '\x1B';
    });
    return static_cast<std::size_t>(controls) * 30 > head.size() ? "binary data" : "";
}

}  // namespace lede::reading
