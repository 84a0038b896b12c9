#include "citations/law_book.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "text/unicode.h"

namespace lede::citations {
namespace {

std::uint16_t number_of(std::string_view text) {
    std::uint16_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// Year in a name such as "Refugee Act of 1980", or 0.
std::uint16_t year_in(std::string_view name) {
    for (std::size_t i = name.size(); i >= 4; --i) {
        if (!std::all_of(name.begin() + static_cast<std::ptrdiff_t>(i - 4),
                         name.begin() + static_cast<std::ptrdiff_t>(i), unicode::is_ascii_digit))
            continue;
        const std::uint16_t year = number_of(name.substr(i - 4, 4));
        if (year >= 1600 && year <= 2100) return year;
    }
    return 0;
}

bool is_acronym(std::string_view name) {
    const auto capitals = std::count_if(name.begin(), name.end(), unicode::is_ascii_upper);
    return capitals >= 2 && name.size() <= 10 && name.find(' ') == std::string_view::npos;
}

std::string law_path(std::string_view public_law) {
    const std::size_t dash = public_law.find('-');
    if (dash == std::string_view::npos) return "";
    return "/us/pl/" + std::string(public_law.substr(0, dash)) + "/" +
           std::string(public_law.substr(dash + 1));
}

}  // namespace

std::string code_path(std::string_view place) {
    const std::size_t slash = place.find('/');
    if (slash == std::string_view::npos) return "";
    return "/us/usc/t" + std::string(place.substr(0, slash)) + "/s" +
           std::string(place.substr(slash + 1));
}

Heads heads_in(std::string_view name) {
    struct Noun {
        std::string_view text;
        Heads heads;
    };
    constexpr Heads kAct = mask_of(Head::kAct) | mask_of(Head::kLaw) | mask_of(Head::kStatute) |
                           mask_of(Head::kLegislation) | mask_of(Head::kMeasure);
    constexpr Heads kPact = mask_of(Head::kTreaty) | mask_of(Head::kPact);
    constexpr Heads kDeal =
        mask_of(Head::kAgreement) | mask_of(Head::kAccord) | mask_of(Head::kDeal);
    constexpr Noun kNouns[] = {
        {"Act", kAct},
        {"Law", kAct},
        {"Statute", kPact | mask_of(Head::kStatute)},
        {"Treaty", kPact | kDeal},
        {"Convention", kPact | mask_of(Head::kConvention)},
        {"Covenant", kPact | mask_of(Head::kCovenant)},
        {"Protocol", kPact | mask_of(Head::kProtocol)},
        {"Accord", kPact | kDeal},
        {"Agreement", kPact | kDeal},
        {"Charter", kPact | mask_of(Head::kCharter)},
        {"Declaration", mask_of(Head::kDeclaration)},
        {"Directive", mask_of(Head::kDirective) | mask_of(Head::kLaw)},
        {"Regulation", mask_of(Head::kRegulation) | mask_of(Head::kLaw)},
        {"Resolution", mask_of(Head::kResolution) | mask_of(Head::kLaw)},
        {"Code", mask_of(Head::kCode) | mask_of(Head::kLaw)},
        {"Constitution", mask_of(Head::kConstitution)},
        {"Plan of Action", kPact | kDeal},
    };
    Heads heads = 0;
    for (const Noun& noun : kNouns)
        if (name.find(noun.text) != std::string_view::npos) heads |= noun.heads;
    return heads;
}

LawBook::LawBook(const Lexicon& lexicon, std::vector<UserLaw> user_laws)
    : user_laws_(std::move(user_laws)),
      lexicon_(lexicon),
      act_sections_(lexicon_.table("citations/act_sections")),
      state_urls_(lexicon_.table("citations/state_urls")) {
    const lexicon::Table words = lexicon_.table("citations/name_words");
    for (std::uint32_t row = 0; row < words.rows(); ++row)
        name_words_.emplace(words.cell(row, 0), words.cell(row, 1));
    read_places();
    read_forms();
    read_state_codes();
    read_acts();
    read_treaties();
    read_instruments("citations/eu_acts", "eu");
    read_instruments("citations/uk_acts", "uk");
    read_instruments("citations/foreign_acts", "");
    read_provisions();
    read_user_laws();
}

bool LawBook::is_name_word(std::string_view word, std::string_view word_class) const {
    const auto found = name_words_.find(word);
    return found != name_words_.end() && found->second == word_class;
}

std::string_view LawBook::code_section(std::string_view act_section) const {
    const std::uint32_t row = act_sections_.find(act_section);
    return row < act_sections_.rows() ? act_sections_.cell(row, 1) : std::string_view();
}

std::string LawBook::state_url(std::string_view id) const {
    if (!id.starts_with("/us-")) return "";
    // The step that is a section: "s" and a number.
    std::size_t at = id.find("/s", 1);
    while (at != std::string_view::npos && at + 2 < id.size() &&
           !unicode::is_ascii_digit(id[at + 2]))
        at = id.find("/s", at + 1);
    if (at == std::string_view::npos || at + 2 >= id.size()) return "";
    const std::string_view rest = id.substr(at + 2);
    const std::string section(rest.substr(0, rest.find('/')));
    std::string_view work = id.substr(1, at - 1);
    std::string_view title;
    if (const std::size_t step = work.rfind("/t"); step != std::string_view::npos &&
                                                   step + 2 < work.size() &&
                                                   unicode::is_ascii_digit(work[step + 2])) {
        title = work.substr(step + 2);
        work = work.substr(0, step);
    }
    const std::uint32_t row = state_urls_.find(work);
    if (row >= state_urls_.rows()) return "";
    std::string url(state_urls_.cell(row, 1));
    std::string dashed = section;
    std::replace(dashed.begin(), dashed.end(), '.', '-');
    const auto put = [&](std::string_view key, std::string_view value) {
        for (std::size_t i = url.find(key); i != std::string::npos; i = url.find(key, i))
            url.replace(i, key.size(), value);
    };
    put("{section}", section);
    put("{title}", title);
    put("{chapter}", std::string_view(section).substr(0, section.find_first_of(".-:")));
    put("{dashed}", dashed);
    return url;
}

void LawBook::read_places() {
    const lexicon::Table table = lexicon_.table("citations/places");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        places.add(table.cell(row, 0),
                   {.argument = static_cast<std::uint8_t>(table.cell(row, 2) == "adjective"),
                    .law = static_cast<std::uint32_t>(place_codes.size())});
        place_codes.push_back(table.cell(row, 1));
    }
}

void LawBook::add_names(std::string_view aliases, bool weak, std::uint32_t law) {
    // "JUSTICE Act" is a bill; "Justice Act", of some country, is not.
    const bool bill = laws[law].work.empty();
    while (!aliases.empty()) {
        const std::size_t bar = aliases.find('|');
        const std::string_view alias = aliases.substr(0, bar);
        const bool exact =
            is_acronym(alias) || (bill && is_acronym(alias.substr(0, alias.find(' '))));
        names.add(alias, {.action = Action::kLaw, .exact = exact, .weak = weak, .law = law});
        if (bar == std::string_view::npos) break;
        aliases.remove_prefix(bar + 1);
    }
}

void LawBook::add_law(Law law, std::string_view aliases, std::string_view weak) {
    const auto index = static_cast<std::uint32_t>(laws.size());
    law.heads = heads_in(law.name);
    if (law.kind == CitationKind::kTreaty)
        law.heads |= mask_of(Head::kTreaty) | mask_of(Head::kPact);
    if (law.kind == CitationKind::kAct) law.heads |= mask_of(Head::kLaw) | mask_of(Head::kAct);
    if (law.year == 0) law.year = year_in(law.name);
    laws.push_back(std::move(law));
    add_names(laws.back().name, false, index);
    add_names(aliases, false, index);
    add_names(weak, true, index);
}

void LawBook::read_acts() {
    const lexicon::Table table = lexicon_.table("citations/acts");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        Law law;
        law.name = table.cell(row, 0);
        law.code = code_path(table.cell(row, 4));
        law.work = law_path(table.cell(row, 3));
        if (law.work.empty()) {
            law.work = law.code;
            law.grammar = Grammar::kNone;
        }
        law.jurisdiction = "us";
        law.year = number_of(table.cell(row, 5));
        law.subject = table.cell(row, 6);
        add_law(std::move(law), table.cell(row, 1), table.cell(row, 2));
    }
}

void LawBook::read_treaties() {
    const lexicon::Table table = lexicon_.table("citations/treaties");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        Law law;
        law.name = table.cell(row, 1);
        law.kind = CitationKind::kTreaty;
        law.grammar = Grammar::kArticles;
        law.work = "/int/treaty/" + std::string(table.cell(row, 0));
        law.year = number_of(table.cell(row, 4));
        add_law(std::move(law), table.cell(row, 2), table.cell(row, 3));
    }
}

void LawBook::read_instruments(std::string_view name, std::string_view jurisdiction) {
    const bool union_law = jurisdiction == "eu";
    const lexicon::Table table = lexicon_.table(name);
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        Law law;
        law.name = table.cell(row, 1);
        if (jurisdiction.empty()) {
            // The identifier begins with the country.
            law.work = "/" + std::string(table.cell(row, 0));
            law.kind = CitationKind::kForeign;
            law.grammar = Grammar::kArticles;
            law.jurisdiction = law.work.substr(1, 2);
            add_law(std::move(law), table.cell(row, 2), table.cell(row, 3));
            continue;
        }
        law.work = "/" + std::string(jurisdiction) + "/" + std::string(table.cell(row, 0));
        const bool numbered = law.work.find_first_of("0123456789") != std::string::npos;
        law.kind = !union_law ? CitationKind::kUkAct
                   : numbered ? CitationKind::kEuAct
                              : CitationKind::kEuTreaty;
        if (law.work.starts_with("/uk/uksi")) law.kind = CitationKind::kUkSi;
        law.grammar = union_law ? Grammar::kArticles : Grammar::kUk;
        law.jurisdiction = jurisdiction;
        // "uksi/1998/1833": the year is the second step, whatever the number.
        const std::string_view tail = table.cell(row, 0);
        const std::size_t step = std::min(tail.find('/'), tail.size());
        law.year = year_in(tail.substr(0, std::min(tail.find('/', step + 1), tail.size())));
        add_law(std::move(law), table.cell(row, 2), table.cell(row, 3));
    }
}

void LawBook::read_user_laws() {
    for (const UserLaw& one : user_laws_) {
        Law law;
        law.name = one.name;
        law.work = one.id;
        law.url = one.url;
        add_law(std::move(law), one.aliases, "");
    }
}

void LawBook::read_provisions() {
    const lexicon::Table table = lexicon_.table("citations/provisions");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        Law law;
        law.name = table.cell(row, 0);
        law.work = table.cell(row, 1);
        for (std::size_t kind = 0; kind < kCitationKindNames.size(); ++kind)
            if (kCitationKindNames[kind] == table.cell(row, 2))
                law.kind = static_cast<CitationKind>(kind);
        law.grammar = law.kind == CitationKind::kConst ? Grammar::kConstitution : Grammar::kLaw;
        const bool numbered = law.name.find_first_of("0123456789") != std::string_view::npos ||
                              law.name.starts_with("Title");
        if (!numbered) {
            add_law(std::move(law), "", "");
            continue;
        }
        provisions.add(law.name,
                       {.action = Action::kProvision,
                        .argument = static_cast<std::uint8_t>(table.cell(row, 3) == "yes"),
                        .law = static_cast<std::uint32_t>(laws.size())});
        laws.push_back(std::move(law));
    }
}

}  // namespace lede::citations
