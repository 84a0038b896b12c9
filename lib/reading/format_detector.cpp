#include "reading/record_cutter.h"
#include "text/unicode.h"

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

}  // namespace

Format detect_format(std::string_view head, std::string_view) {
    head = without_lead(head);
    if (is_json(head)) return Format::kJsonl;
    return Format::kText;
}

}  // namespace lede::reading
