#include "stats/name_suggestions.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "text/unicode.h"

namespace lede::stats {
namespace {

// A surname alone goes to the person who is named in so many times more articles than any other.
constexpr std::uint64_t kClearLead = 10;
constexpr std::size_t kShortestInitials = 2;

using Thing = const NamedThing*;
using Groups = std::map<std::string, std::vector<Thing>>;

std::string counted(Thing thing) {
    return fmt::format("{} ({} article{})", thing->name(), thing->articles,
                       thing->articles == 1 ? "" : "s");
}

// Folded words without periods and commas: "Donald J. Trump, Jr." -> donald j trump jr.
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words(1);
    for (const char c : unicode::fold(name)) {
        if (c == ' ' && !words.back().empty()) words.emplace_back();
        if (c != ' ' && c != '.' && c != ',') words.back() += c;
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

class Suggestions {
  public:
    Suggestions(const NameBook& book, const Lexicon& lexicon) {
        const lexicon::Table parts = lexicon.table("stats/name_parts");
        for (std::uint32_t row = 0; row < parts.rows(); ++row)
            (parts.cell(row, 1) == "company" ? company_words_ : person_words_)
                .emplace(parts.cell(row, 0));
        for (const auto& [key, thing] : book.things()) sort_in(thing);
    }

    std::string write() {
        for (const auto& [name, group] : people_) compare_middle_names(group);
        for (const auto& [surname, group] : surnames_alone_) place_surname(surname, group);
        for (const auto& [name, group] : companies_)
            merge_all(group, "the same but for the legal form");
        for (const auto& [initials, group] : initials_alone_) place_initials(initials, group);
        return std::move(out_);
    }

  private:
    void sort_in(const NamedThing& thing) {
        std::vector<std::string> words = words_of(thing.name());
        const auto drop = [&](const std::set<std::string, std::less<>>& set) {
            std::erase_if(words, [&](const std::string& word) { return set.contains(word); });
        };
        if (thing.type() == EntityType::kPerson) {
            drop(person_words_);
            if (words.size() > 1) {
                people_[words.front() + ' ' + words.back()].push_back(&thing);
                by_surname_[words.back()].push_back(&thing);
            } else if (!words.empty()) {
                surnames_alone_[words.front()].push_back(&thing);
            }
        } else if (thing.type() == EntityType::kOrg) {
            if (is_initials(thing.name()))
                initials_alone_[words_of(thing.name()).front()].push_back(&thing);
            by_initials_[initials_of(thing.name())].push_back(&thing);
            drop(company_words_);
            std::string name;
            for (const std::string& word : words) name += word + ' ';
            if (!name.empty()) companies_[name].push_back(&thing);
        }
    }

    static bool is_initials(const std::string& name) {
        return name.size() >= kShortestInitials &&
               std::all_of(name.begin(), name.end(),
                           [](char c) { return unicode::is_ascii_upper(c) || c == '.'; });
    }

    // Of the words that are capitalised: "Office of Management and Budget" -> omb.
    static std::string initials_of(std::string_view name) {
        std::string initials;
        bool begins = true;
        for (const char c : name) {
            if (begins && unicode::is_ascii_upper(c)) initials += unicode::ascii_lower(c);
            begins = c == ' ';
        }
        return initials.size() >= kShortestInitials ? initials : std::string();
    }

    // Middle names as initials: "Donald John Trump" -> "j"; "" where there are none.
    std::string middle_of(Thing thing) const {
        std::string initials;
        std::vector<std::string> words = words_of(thing->name());
        std::erase_if(words, [&](const std::string& w) { return person_words_.contains(w); });
        for (std::size_t i = 1; i + 1 < words.size(); ++i) initials += words[i].front();
        return initials;
    }

    void compare_middle_names(const std::vector<Thing>& group) {
        std::set<std::string> middles;
        for (const Thing thing : group) middles.insert(middle_of(thing));
        middles.erase("");
        if (middles.size() < 2) return merge_all(group, "the same but for middle names");
        for (const Thing thing : group) {
            if (!middle_of(thing).empty()) continue;
            std::string others;
            for (const Thing other : group)
                if (other != thing) others += (others.empty() ? "" : ", ") + counted(other);
            out_ += "# split? " + counted(thing) + ": also named are " + others + '\n';
        }
    }

    void place_surname(const std::string& surname, const std::vector<Thing>& group) {
        const auto people = by_surname_.find(surname);
        if (people == by_surname_.end()) return;
        const Thing first = clear_lead(people->second);
        if (!first) {
            std::string others;
            for (const Thing other : people->second)
                others += (others.empty() ? "" : ", ") + counted(other);
            for (const Thing thing : group)
                out_ += "# split? " + counted(thing) + ": may be any of " + others + '\n';
            return;
        }
        for (const Thing thing : group)
            merge(thing, first, "the surname of one who is named in full");
    }

    // The thing that is named in far more articles than the others, if there is one.
    static Thing clear_lead(const std::vector<Thing>& group) {
        const Thing first = *std::max_element(
            group.begin(), group.end(), [](Thing a, Thing b) { return a->articles < b->articles; });
        for (const Thing other : group)
            if (other != first && other->articles * kClearLead > first->articles) return nullptr;
        return first;
    }

    void place_initials(const std::string& initials, const std::vector<Thing>& group) {
        const auto found = by_initials_.find(initials);
        if (found == by_initials_.end()) return;
        std::vector<Thing> full = found->second;
        std::erase_if(full, [](Thing thing) { return is_initials(thing->name()); });
        if (full.size() != 1) return;
        for (const Thing thing : group) merge(thing, full.front(), "its initials");
    }

    // All of the group into the one that most articles name.
    void merge_all(const std::vector<Thing>& group, std::string_view why) {
        const Thing first = *std::max_element(
            group.begin(), group.end(), [](Thing a, Thing b) { return a->articles < b->articles; });
        for (const Thing thing : group)
            if (thing != first) merge(thing, first, why);
    }

    void merge(Thing alias, Thing into, std::string_view why) {
        // Two links are two things, whatever their names.
        const std::string link = into->link();
        if (!alias->link().empty() && !link.empty() && alias->link() != link) {
            out_ += fmt::format("# apart: {} is {}, {} is {}\n", counted(alias), alias->link(),
                                counted(into), link);
            return;
        }
        out_ += fmt::format("# merge? {} and {}: {}\n", counted(alias), counted(into), why);
        out_ += fmt::format("{}\t{}\t{}\t{}\n", alias->name(), into->name(),
                            lede::name_of(into->type()), link.empty() ? alias->link() : link);
    }

    std::set<std::string, std::less<>> company_words_;
    std::set<std::string, std::less<>> person_words_;
    Groups people_;          // by first and last name
    Groups by_surname_;      // the same people
    Groups surnames_alone_;  // people of one name
    Groups companies_;       // by name without the legal form
    Groups by_initials_;
    Groups initials_alone_;
    std::string out_;
};

}  // namespace

std::string suggest_names(const NameBook& book, const Lexicon& lexicon) {
    return "# Names that may be of one thing. Take out what is wrong, then give the list to "
           "--names.\n"
           "# alias\tname\ttype\tlink\n" +
           Suggestions(book, lexicon).write();
}

}  // namespace lede::stats
