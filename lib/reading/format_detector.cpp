#include "reading/record_cutter.h"
#include "text/unicode.h"

#include <algorithm>
#include <string>

namespace lede::reading {
namespace {

std::string_view without_lead(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    while (!head.empty() && unicode::is_ascii_space(head.front())) head.remove_prefix(1);
    return head;
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
    std::string lower(head.substr(0, 2048));
    for (char& c : lower) c = unicode::ascii_lower(c);
    std::string_view rest = lower;
    if (rest.starts_with("<?xml")) rest.remove_prefix(std::min(rest.find("?>") + 2, rest.size()));
    rest = without_lead(rest);
    while (rest.starts_with("<!--")) {
        const std::size_t end = rest.find("-->");
        if (end == std::string_view::npos) return true;
        rest = without_lead(rest.substr(end + 3));
    }
    for (const std::string_view tag :
         {"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<div", "<p>", "<p ",
          "<article", "<section", "<script", "<h1", "<table", "<link", "<base", "<main"})
        if (rest.starts_with(tag)) return true;
    return false;
}

}  // namespace

Format detect_format(std::string_view head, std::string_view) {
    head = without_lead(head);
    if (is_json(head)) return Format::kJsonl;
    if (is_html(head)) return Format::kHtml;
    return Format::kText;
}

}  // namespace lede::reading
