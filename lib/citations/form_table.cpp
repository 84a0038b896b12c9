// How the words of data/citations/forms.tsv and state_codes.tsv become entries of the name trie.
#include <array>
#include <charconv>
#include <stdexcept>

#include "citations/law_book.h"

namespace lede::citations {
namespace {

template <typename Value>
struct Named {
    std::string_view name;
    Value value;
};

constexpr std::array<Named<Action>, 25> kActions = {{
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
    {"memorandum", Action::kMemorandum},
    {"constitution", Action::kConstitution},
    {"amendment", Action::kAmendment},
    {"rule", Action::kRule},
    {"head", Action::kHead},
    {"chapter-law", Action::kChapterLaw},
    {"un", Action::kUn},
    {"eu-act", Action::kEuAct},
    {"journal", Action::kJournal},
    {"celex", Action::kCelex},
    {"uk-instrument", Action::kUkInstrument},
    {"reporter", Action::kReporter},
    {"back", Action::kBack},
    {"state-code", Action::kStateCode},
    {"state-reg", Action::kStateRegulation},
}};

constexpr std::uint8_t value_of(Level level) { return static_cast<std::uint8_t>(level); }
constexpr std::uint8_t value_of(Head head) { return static_cast<std::uint8_t>(head); }

constexpr std::array<Named<std::uint8_t>, 18> kLevels = {{
    {"division", value_of(Level::kDivision)},
    {"title", value_of(Level::kTitle)},
    {"subtitle", value_of(Level::kSubtitle)},
    {"chapter", value_of(Level::kChapter)},
    {"subchapter", value_of(Level::kSubchapter)},
    {"part", value_of(Level::kPart)},
    {"subpart", value_of(Level::kSubpart)},
    {"schedule", value_of(Level::kSchedule)},
    {"annex", value_of(Level::kAnnex)},
    {"amendment", value_of(Level::kAmendment)},
    {"article", value_of(Level::kArticle)},
    {"section", value_of(Level::kSection)},
    {"regulation", value_of(Level::kRegulation)},
    {"rule", value_of(Level::kRule)},
    {"recital", value_of(Level::kRecital)},
    {"paragraph", value_of(Level::kParagraph)},
    {"clause", value_of(Level::kClause)},
    {"sub", value_of(Level::kSub)},
}};

constexpr std::array<Named<std::uint8_t>, 26> kHeads = {{
    {"act", value_of(Head::kAct)},
    {"law", value_of(Head::kLaw)},
    {"statute", value_of(Head::kStatute)},
    {"bill", value_of(Head::kBill)},
    {"legislation", value_of(Head::kLegislation)},
    {"measure", value_of(Head::kMeasure)},
    {"code", value_of(Head::kCode)},
    {"constitution", value_of(Head::kConstitution)},
    {"treaty", value_of(Head::kTreaty)},
    {"convention", value_of(Head::kConvention)},
    {"covenant", value_of(Head::kCovenant)},
    {"protocol", value_of(Head::kProtocol)},
    {"accord", value_of(Head::kAccord)},
    {"agreement", value_of(Head::kAgreement)},
    {"pact", value_of(Head::kPact)},
    {"deal", value_of(Head::kDeal)},
    {"charter", value_of(Head::kCharter)},
    {"declaration", value_of(Head::kDeclaration)},
    {"resolution", value_of(Head::kResolution)},
    {"directive", value_of(Head::kDirective)},
    {"regulation", value_of(Head::kRegulation)},
    {"decision", value_of(Head::kDecision)},
    {"order", value_of(Head::kOrder)},
    {"proclamation", value_of(Head::kProclamation)},
    {"rules", value_of(Head::kRules)},
    {"amendment", value_of(Head::kAmendment)},
}};

template <typename Value, std::size_t N>
Value look_up(const std::array<Named<Value>, N>& names, std::string_view name) {
    for (const Named<Value>& named : names)
        if (named.name == name) return named.value;
    throw std::runtime_error("citations/forms: unknown word \"" + std::string(name) + "\"");
}

// The argument in the way the action counts it. "section+" is the plural of "section"; other
// actions number their arguments, see the head of the table.
std::uint8_t argument_of(Action action, std::string_view text) {
    if (action == Action::kHead) return look_up(kHeads, text);
    if (action == Action::kPin) {
        const bool plural = text.ends_with('+');
        if (plural) text.remove_suffix(1);
        return static_cast<std::uint8_t>(look_up(kLevels, text) | (plural ? kPluralForm : 0));
    }
    std::uint8_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

void LawBook::read_forms() {
    const lexicon::Table table = lexicon_.table("citations/forms");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const Action action = look_up(kActions, table.cell(row, 1));
        names.add(table.cell(row, 0),
                  {.action = action, .argument = argument_of(action, table.cell(row, 2))});
    }
}

void LawBook::read_state_codes() {
    const lexicon::Table table = lexicon_.table("citations/state_codes");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const std::string_view sort = table.cell(row, 2);
        const std::string state = "us-" + std::string(table.cell(row, 1));
        Law law;
        law.name = table.cell(row, 4).empty() ? table.cell(row, 0) : table.cell(row, 4);
        law.jurisdiction = state;
        law.heads = mask_of(Head::kCode) | mask_of(Head::kLaw) | mask_of(Head::kStatute);
        law.grammar = Grammar::kState;
        law.kind = CitationKind::kStateCode;
        law.work = "/" + state + "/code";
        if (!table.cell(row, 3).empty()) law.work += "/" + std::string(table.cell(row, 3));
        if (sort == "constitution") {
            law.kind = CitationKind::kStateConst;
            law.grammar = Grammar::kConstitution;
            law.work = "/" + state + "/cons";
            law.heads = mask_of(Head::kConstitution);
        } else if (sort == "regulation") {
            law.kind = CitationKind::kStateReg;
            law.work = "/" + state + "/reg";
        } else if (sort == "session") {
            law.kind = CitationKind::kSessionLaw;
            law.work = "/" + state + "/act";
            law.paged = true;
        } else if (sort == "register") {
            law.kind = CitationKind::kStateReg;
            law.work = "/" + state + "/register";
            law.paged = true;
        }
        law.by_chapter = sort == "code by chapter";
        names.add(table.cell(row, 0),
                  {.action = Action::kStateCode, .law = static_cast<std::uint32_t>(laws.size())});
        laws.push_back(std::move(law));
    }
}

}  // namespace lede::citations
