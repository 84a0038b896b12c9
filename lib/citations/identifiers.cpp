#include "citations/identifiers.h"

#include "citations/pinpoint.h"
#include "text/roman_numeral.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::citations {
namespace {

// The number with every dash as "-" and without blanks.
void append_number(std::string_view number, std::string& out) {
    for (std::size_t i = 0; i < number.size(); ++i) {
        if (number[i] == '\xE2' && i + 2 < number.size()) {
            out.push_back('-');
            i += 2;
        } else if (number[i] != ' ') {
            out.push_back(number[i]);
        }
    }
}

std::string_view law_prefix(Level level) {
    switch (level) {
        case Level::kDivision:
            return "d";
        case Level::kTitle:
            return "t";
        case Level::kSubtitle:
            return "st";
        case Level::kChapter:
            return "ch";
        case Level::kSubchapter:
            return "sch";
        case Level::kPart:
            return "pt";
        case Level::kSubpart:
            return "spt";
        case Level::kSchedule:
            return "sch";
        case Level::kAnnex:
            return "anx";
        case Level::kAmendment:
            return "amd";
        case Level::kArticle:
            return "art";
        case Level::kSection:
            return "s";
        case Level::kRule:
            return "r";
        case Level::kRecital:
            return "rec";
        case Level::kRegulation:
            return "reg";
        default:
            return "";
    }
}

std::string_view uk_prefix(Level level) {
    switch (level) {
        case Level::kTitle:
            return "title/";
        case Level::kChapter:
            return "chapter/";
        case Level::kPart:
            return "part/";
        case Level::kSchedule:
            return "schedule/";
        case Level::kAnnex:
            return "annex/";
        case Level::kArticle:
            return "article/";
        case Level::kSection:
            return "section/";
        case Level::kRule:
            return "rule/";
        case Level::kRegulation:
            return "regulation/";
        case Level::kParagraph:
            return "paragraph/";
        default:
            return "";
    }
}

void append_constitution(const LawPlace& place, std::string& path) {
    const unsigned roman = roman_value(place.number);
    const std::string number = roman > 0 ? std::to_string(roman) : std::string(place.number);
    switch (place.level) {
        case Level::kArticle:
            path += "/a" + number;
            break;
        case Level::kAmendment:
            path += "/amd" + number;
            break;
        case Level::kSection:
            path += "/s" + number;
            break;
        case Level::kClause:
            path += "/c" + number;
            break;
        default:
            path += "/" + number;
    }
    append_subs(place.subs, path);
}

}  // namespace

std::string slug_of(std::string_view name) {
    std::string slug;
    for (const char c : name) {
        if (unicode::is_ascii_letter(c) || unicode::is_ascii_digit(c))
            slug.push_back(unicode::ascii_lower(c));
        else if (!slug.empty() && slug.back() != '-')
            slug.push_back('-');
    }
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    return slug;
}

void append_level(Grammar grammar, const LawPlace& place, std::string& path) {
    if (grammar == Grammar::kConstitution) return append_constitution(place, path);
    if (!place.number.empty()) {
        path.push_back('/');
        path += grammar == Grammar::kUk ? uk_prefix(place.level) : law_prefix(place.level);
        append_number(place.number, path);
    }
    append_subs(place.subs, path);
}

namespace {

// The first `steps` steps of a path.
std::string_view head_of(std::string_view path, unsigned steps) {
    std::size_t at = 0;
    for (unsigned i = 0; i < steps && at != std::string_view::npos; ++i)
        at = path.find('/', at + 1);
    return path.substr(0, at);
}

std::string_view step_of(std::string_view path, unsigned step) {
    const std::string_view before = head_of(path, step);
    const std::string_view upto = head_of(path, step + 1);
    return upto.size() > before.size() ? upto.substr(before.size() + 1) : std::string_view();
}

}  // namespace

std::string work_of(std::string_view id) {
    if (id.starts_with("/us/usc/") || id.starts_with("/us/cfr/"))
        return std::string(head_of(id, 3));
    if (id.starts_with("/us/cons")) return "/us/cons";
    if (id.starts_with("/us/pl/") || id.starts_with("/us/pvtl/") || id.starts_with("/us/act/"))
        return std::string(head_of(id, 4));
    if (id.starts_with("/us/rule/") || id.starts_with("/int/treaty/"))
        return std::string(head_of(id, 3));
    if (id.starts_with("/uk/")) return std::string(head_of(id, 4));
    if (id.starts_with("/eu/oj/") || id.starts_with("/us/")) return std::string(id);
    if (id.starts_with("/eu/")) {
        const std::string_view year = step_of(id, 2);
        const bool numbered = !year.empty() && unicode::is_ascii_digit(year[0]);
        return std::string(head_of(id, numbered ? 4 : 2));
    }
    return std::string(id);
}

namespace {

std::string code_url(std::string_view id) {
    const std::string_view title = step_of(id, 2);
    const std::string_view section = step_of(id, 3);
    if (title.empty()) return "";
    std::string url = "https://www.law.cornell.edu/uscode/text/" + std::string(title.substr(1));
    if (section.empty() || section[0] != 's' || section.starts_with("sch")) return url;
    url += "/" + std::string(section.substr(1));
    const std::string_view subs = id.substr(head_of(id, 4).size());
    if (subs.empty() || subs == "/note" || subs == "/etseq") return url;
    url.push_back('#');
    for (const char c : subs.substr(1)) url.push_back(c == '/' ? '_' : c);
    return url;
}

std::string bill_url(std::string_view id) {
    struct Kind {
        std::string_view type;
        std::string_view words;
    };
    constexpr Kind kKinds[] = {{"hr", "house-bill"},
                               {"s", "senate-bill"},
                               {"hjres", "house-joint-resolution"},
                               {"sjres", "senate-joint-resolution"},
                               {"hconres", "house-concurrent-resolution"},
                               {"sconres", "senate-concurrent-resolution"},
                               {"hres", "house-resolution"},
                               {"sres", "senate-resolution"}};
    const std::string_view congress = step_of(id, 2);
    if (congress.empty() || !unicode::is_ascii_digit(congress[0])) return "";
    const unsigned n = static_cast<unsigned>(std::stoul(std::string(congress)));
    const bool teen = n % 100 >= 11 && n % 100 <= 13;
    const std::string_view suffix = teen || n % 10 > 3 || n % 10 == 0 ? "th"
                                    : n % 10 == 1                     ? "st"
                                    : n % 10 == 2                     ? "nd"
                                                                      : "rd";
    for (const Kind& kind : kKinds)
        if (kind.type == step_of(id, 3))
            return "https://www.congress.gov/bill/" + std::string(congress) + std::string(suffix) +
                   "-congress/" + std::string(kind.words) + "/" + std::string(step_of(id, 4));
    return "";
}

std::string regulation_url(std::string_view id) {
    const std::string_view title = step_of(id, 2);
    const std::string_view section = step_of(id, 3);
    if (title.empty()) return "";
    std::string url = "https://www.ecfr.gov/current/title-" + std::string(title.substr(1));
    if (section.starts_with("pt")) return url + "/part-" + std::string(section.substr(2));
    if (!section.starts_with("s")) return url;
    url += "/section-" + std::string(section.substr(1));
    const std::string_view subs = id.substr(head_of(id, 4).size());
    if (subs.empty()) return url;
    url += "#p-" + std::string(section.substr(1));
    for (std::size_t i = 1; !step_of(subs, static_cast<unsigned>(i - 1)).empty(); ++i)
        url += "(" + std::string(step_of(subs, static_cast<unsigned>(i - 1))) + ")";
    return url;
}

}  // namespace

namespace {

// "/us/cons/amd14/s3", "/us/cons/a1/s8/c3" at the Library of Congress.
std::string constitution_url(std::string_view id) {
    const std::string_view part = step_of(id, 2);
    const std::string_view section = step_of(id, 3);
    std::string url = "https://constitution.congress.gov/browse/";
    if (part.starts_with("amd")) return url + "amendment-" + std::string(part.substr(3)) + "/";
    if (part.size() < 2 || part[0] != 'a' || !unicode::is_ascii_digit(part[1]))
        return "https://constitution.congress.gov/constitution/";
    url += "article-" + std::string(part.substr(1)) + "/";
    return section.starts_with("s") ? url + "section-" + std::string(section.substr(1)) + "/" : url;
}

// "/us/rule/fre/r404/b" at Cornell's Legal Information Institute, under its own names of the sets.
std::string rule_url(std::string_view id) {
    const std::string_view set = step_of(id, 2);
    const std::string_view rule = step_of(id, 3);
    const std::string_view name = set == "frcrmp" ? "frcrmp" : set == "scr" ? "supct" : set;
    std::string url = "https://www.law.cornell.edu/rules/" + std::string(name);
    if (!rule.starts_with("r")) return url;
    const std::string number = "rule_" + std::string(rule.substr(1));
    url += "/" + number;
    const std::string_view subs = id.substr(head_of(id, 4).size());
    if (subs.empty() || set == "scr") return url;
    url += "#" + number;
    for (const char c : subs) url.push_back(c == '/' ? '_' : c);
    return url;
}

}  // namespace

std::string url_of(std::string_view id) {
    const auto step = [&](unsigned i) { return std::string(step_of(id, i)); };
    if (id.starts_with("/us/usc/")) return code_url(id);
    if (id.starts_with("/us/cfr/")) return regulation_url(id);
    if (id.starts_with("/us/pl/"))
        return "https://www.govinfo.gov/link/plaw/" + step(2) + "/public/" + step(3);
    if (id.starts_with("/us/pvtl/"))
        return "https://www.govinfo.gov/link/plaw/" + step(2) + "/private/" + step(3);
    if (id.starts_with("/us/stat/"))
        return "https://www.govinfo.gov/link/statute/" + step(2) + "/" + step(3);
    if (id.starts_with("/us/fr/"))
        return "https://www.federalregister.gov/citation/" + step(2) + "-FR-" + step(3);
    if (id.starts_with("/us/eo/"))
        return "https://www.federalregister.gov/executive-order/" + step(2);
    if (id.starts_with("/us/bill/")) return bill_url(id);
    if (id.starts_with("/uk/"))
        return "http://www.legislation.gov.uk/id" + std::string(id.substr(3));
    if (id.starts_with("/us/cons")) return constitution_url(id);
    if (id.starts_with("/us/rule/")) return rule_url(id);
    if (id.starts_with("/un/ga/res/") && !step(4).empty())
        return "https://undocs.org/A/RES/" + step(3) + "/" + step(4);
    if (id.starts_with("/un/hrc/res/"))
        return "https://undocs.org/A/HRC/RES/" + step(3) + "/" + step(4);
    if (id.starts_with("/un/sc/res/")) return "https://undocs.org/S/RES/" + step(3);
    if (id.starts_with("/eu/") && work_of(id).find_first_of("0123456789") != std::string::npos &&
        !id.starts_with("/eu/oj"))
        return "http://data.europa.eu/eli" + work_of(id).substr(3) + "/oj";
    return "";
}

}  // namespace lede::citations
