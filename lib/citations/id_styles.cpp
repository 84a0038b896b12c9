#include "citations/id_styles.h"

#include <algorithm>

#include "citations/identifiers.h"

namespace lede::citations {
namespace {

std::string joined(std::string_view steps, std::string_view sign) {
    std::string out;
    for (const char c : steps) {
        if (c == '/')
            out += sign;
        else
            out.push_back(c);
    }
    return out;
}

}  // namespace

std::string restyle(std::string_view id, std::string_view work, IdStyle style) {
    if (style == IdStyle::kUslm || id.empty() || id[0] != '/') return std::string(id);
    if (!id.starts_with(work)) work = id;
    const std::size_t slash = std::min(work.find('/', 1), work.size());
    const std::string_view place = work.substr(1, slash - 1);
    const std::string_view rest = work.substr(std::min(slash + 1, work.size()));
    std::string_view portion = id.substr(work.size());
    if (!portion.empty()) portion.remove_prefix(1);
    if (style == IdStyle::kAkn) {
        std::string out = "/akn/" + std::string(place) + "/act/" + std::string(rest);
        if (!portion.empty()) out += "/~" + joined(portion, "__");
        return out;
    }
    std::string out = "urn:lex:" + std::string(place);
    std::replace(out.begin(), out.end(), '-', ';');
    out += ":" + joined(rest, ":");
    if (!portion.empty()) out += "~" + joined(portion, "-");
    return out;
}

void restyle(Citation& citation, IdStyle style) {
    if (style == IdStyle::kUslm) return;
    citation.id = restyle(citation.id, citation.work, style);
    citation.id_end = restyle(citation.id_end, citation.work, style);
    citation.work = restyle(citation.work, citation.work, style);
    for (auto& [key, value] : citation.fields)
        if (key == "usc") value = restyle(value, work_of(value), style);
    for (std::string& candidate : citation.candidates)
        candidate = restyle(candidate, work_of(candidate), style);
}

}  // namespace lede::citations
