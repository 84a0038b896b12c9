#include "citations/law_book.h"

#include "text/unicode.h"

#include <array>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace lede::citations {
namespace {

struct FormAction {
    std::string_view name;
    Action action;
};

constexpr std::array<FormAction, 25> kFormActions = {{
    {"pin", Action::kPin},
    {"usc", Action::kUsc},
    {"cfr", Action::kCfr},
    {"acquisition", Action::kAcquisition},
    {"public-law", Action::kPublicLaw},
    {"private-law", Action::kPrivateLaw},
    {"statutes", Action::kStatutes},
    {"register", Action::kRegister},
    {"bill", Action::kBill},
    {"order", Action::kOrder},
    {"constitution", Action::kConstitution},
    {"amendment", Action::kAmendment},
    {"rule", Action::kRule},
    {"head", Action::kHead},
    {"chapter-law", Action::kChapterLaw},
    {"un", Action::kUn},
    {"eu-act", Action::kEuAct},
    {"journal", Action::kJournal},
    {"uk-instrument", Action::kUkInstrument},
    {"session-law", Action::kSessionLaw},
    {"reporter", Action::kReporter},
    {"country", Action::kCountry},
    {"back", Action::kBack},
    {"provision", Action::kProvision},
    {"state-regulation", Action::kStateRegulation},
}};

Action action_of(std::string_view name) {
    for (const FormAction& form : kFormActions)
        if (form.name == name) return form.action;
    throw std::runtime_error("citations/forms: unknown action " + std::string(name));
}

struct FormArgument {
    std::string_view name;
    std::uint8_t value;
};

constexpr std::uint8_t value_of(Level level) { return static_cast<std::uint8_t>(level); }

constexpr std::array<FormArgument, 28> kFormArguments = {{
    {"division", value_of(Level::kDivision)},
    {"title", value_of(Level::kTitle)},
    {"subtitle", value_of(Level::kSubtitle)},
    {"chapter", value_of(Level::kChapter)},
    {"subchapter", value_of(Level::kSubchapter)},
    {"part", value_of(Level::kPart)},
    {"subpart", value_of(Level::kSubpart)},
    {"schedule", value_of(Level::kSchedule)},
    {"annex", value_of(Level::kAnnex)},
    {"article", value_of(Level::kArticle)},
    {"section", value_of(Level::kSection)},
    {"regulation", value_of(Level::kRegulation)},
    {"recital", value_of(Level::kRecital)},
    {"paragraph", value_of(Level::kParagraph)},
    {"clause", value_of(Level::kClause)},
    {"sub", value_of(Level::kSub)},
    {"hr", 0},
    {"s", 1},
    {"hjres", 2},
    {"sjres", 3},
    {"hconres", 4},
    {"sconres", 5},
    {"hres", 6},
    {"sres", 7},
    {"eo", 0},
    {"proc", 1},
    {"far", 0},
    {"dfars", 1},
}};

// "section+" is the plural of "section".
std::uint8_t argument_of(std::string_view name) {
    if (name.empty()) return 0;
    const bool plural = name.back() == '+';
    if (plural) name.remove_suffix(1);
    for (const FormArgument& form : kFormArguments)
        if (form.name == name)
            return static_cast<std::uint8_t>(form.value | (plural ? kPluralForm : 0));
    throw std::runtime_error("citations/forms: unknown argument " + std::string(name));
}

std::uint16_t number_of(std::string_view text) {
    std::uint16_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// Year in a name such as "Refugee Act of 1980", or 0.
std::uint16_t year_in(std::string_view name) {
    for (std::size_t i = name.size(); i >= 4; --i) {
        const std::uint16_t year = number_of(name.substr(i - 4, 4));
        if (year >= 1600 && year <= 2100) return year;
    }
    return 0;
}

bool is_acronym(std::string_view name) {
    unsigned capitals = 0;
    for (const char c : name) {
        if (c == ' ') return false;
        capitals += unicode::is_ascii_upper(c);
    }
    return capitals >= 2 && name.size() <= 10;
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

LawBook::LawBook(const Lexicon& lexicon) : lexicon_(lexicon) {
    read_forms(lexicon_);
    read_acts(lexicon_);
    read_treaties(lexicon_);
    read_eu_acts(lexicon_);
    read_uk_acts(lexicon_);
}

void LawBook::add_names(std::string_view aliases, bool weak, std::uint32_t law) {
    while (!aliases.empty()) {
        const std::size_t bar = aliases.find('|');
        const std::string_view alias = aliases.substr(0, bar);
        names.add(alias,
                  {.action = Action::kLaw, .exact = is_acronym(alias), .weak = weak, .law = law});
        if (bar == std::string_view::npos) break;
        aliases.remove_prefix(bar + 1);
    }
}

void LawBook::read_forms(const Lexicon& lexicon) {
    const lexicon::Table table = lexicon.table("citations/forms");
    for (std::uint32_t row = 0; row < table.rows(); ++row)
        names.add(table.cell(row, 0), {.action = action_of(table.cell(row, 1)),
                                       .argument = argument_of(table.cell(row, 2))});
}

void LawBook::read_acts(const Lexicon& lexicon) {
    const lexicon::Table table = lexicon.table("citations/acts");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        Law law;
        law.name = table.cell(row, 0);
        law.code = code_path(table.cell(row, 4));
        law.work = law_path(table.cell(row, 3));
        if (law.work.empty()) law.work = law.code;
        if (law.work.starts_with("/us/usc")) law.grammar = Grammar::kNone;
        law.jurisdiction = "us";
        law.year = number_of(table.cell(row, 5));
        if (law.year == 0) law.year = year_in(law.name);
        const auto index = static_cast<std::uint32_t>(laws.size());
        add_names(law.name, false, index);
        add_names(table.cell(row, 1), false, index);
        add_names(table.cell(row, 2), true, index);
        laws.push_back(std::move(law));
    }
}

void LawBook::read_treaties(const Lexicon& lexicon) {
    const lexicon::Table table = lexicon.table("citations/treaties");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        Law law;
        law.name = table.cell(row, 1);
        law.kind = CitationKind::kTreaty;
        law.grammar = Grammar::kArticles;
        law.work = "/int/treaty/" + std::string(table.cell(row, 0));
        law.year = number_of(table.cell(row, 4));
        const auto index = static_cast<std::uint32_t>(laws.size());
        add_names(law.name, false, index);
        add_names(table.cell(row, 2), false, index);
        add_names(table.cell(row, 3), true, index);
        laws.push_back(std::move(law));
    }
}

void LawBook::read_eu_acts(const Lexicon& lexicon) {
    const lexicon::Table table = lexicon.table("citations/eu_acts");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        Law law;
        law.name = table.cell(row, 1);
        law.work = "/eu/" + std::string(table.cell(row, 0));
        law.kind = law.work.find_first_of("0123456789") == std::string::npos
                       ? CitationKind::kEuTreaty
                       : CitationKind::kEuAct;
        law.grammar = Grammar::kArticles;
        law.jurisdiction = "eu";
        law.year = year_in(law.work);
        const auto index = static_cast<std::uint32_t>(laws.size());
        add_names(law.name, false, index);
        add_names(table.cell(row, 2), false, index);
        add_names(table.cell(row, 3), true, index);
        laws.push_back(std::move(law));
    }
}

void LawBook::read_uk_acts(const Lexicon& lexicon) {
    const lexicon::Table table = lexicon.table("citations/uk_acts");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        Law law;
        law.name = table.cell(row, 0);
        law.work = "/uk/" + std::string(table.cell(row, 3));
        law.kind = CitationKind::kUkAct;
        law.grammar = Grammar::kUk;
        law.jurisdiction = "uk";
        law.year = year_in(law.name);
        const auto index = static_cast<std::uint32_t>(laws.size());
        add_names(law.name, false, index);
        add_names(table.cell(row, 1), false, index);
        add_names(table.cell(row, 2), true, index);
        laws.push_back(std::move(law));
    }
}

}  // namespace lede::citations
