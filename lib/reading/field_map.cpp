#include "reading/field_map.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <stdexcept>

#include "text/unicode.h"

namespace lede::reading {
namespace {

constexpr std::array<std::string_view, kFieldRoles> kRoleNames = {
    "id", "text", "title", "byline", "publication", "published", "language", "source"};

std::string lower(std::string_view name) {
    std::string out(name);
    for (char& c : out) c = unicode::ascii_lower(c);
    return out;
}

}  // namespace

std::optional<FieldRole> parse_role(std::string_view name) {
    const auto at = std::ranges::find(kRoleNames, name);
    if (at == kRoleNames.end()) return std::nullopt;
    return static_cast<FieldRole>(at - kRoleNames.begin());
}

FieldMap::FieldMap(const Lexicon& lexicon,
                   const std::vector<std::pair<std::string, std::string>>& mapped) {
    std::array<bool, kFieldRoles> given{};
    for (const auto& [role_name, field] : mapped) {
        const auto role = parse_role(role_name);
        if (!role)
            throw std::invalid_argument("no part of an article is called \"" + role_name + '"');
        given[static_cast<std::size_t>(*role)] = true;
        entries_.push_back({field, *role, 0});
    }
    const lexicon::Table table = lexicon.table("reading/field_names");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const auto role = parse_role(table.cell(row, table.column("role")));
        if (!role) throw std::runtime_error("reading/field_names: unknown role");
        const std::string field(table.cell(row, 0));
        const bool is_taken = std::ranges::find(entries_, field, &Entry::field) != entries_.end();
        if (given[static_cast<std::size_t>(*role)] || is_taken) continue;
        const std::string_view rank = table.cell(row, table.column("rank"));
        int value = 0;
        std::from_chars(rank.data(), rank.data() + rank.size(), value);
        entries_.push_back({field, *role, value});
    }
    std::ranges::sort(entries_, {}, &Entry::field);
}

std::vector<FieldMap::Entry>::const_iterator FieldMap::find(std::string_view field) const {
    const auto entry = std::ranges::lower_bound(entries_, field, {}, &Entry::field);
    return entry != entries_.end() && entry->field == field ? entry : entries_.end();
}

FieldMap::Choice FieldMap::choose(const std::vector<std::string>& names) const {
    Choice choice;
    choice.fill(kNoField);
    std::array<int, kFieldRoles> ranks;
    ranks.fill(std::numeric_limits<int>::max());
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto entry = find(names[i]);
        if (entry == entries_.end()) entry = find(lower(names[i]));
        if (entry == entries_.end()) continue;
        const auto role = static_cast<std::size_t>(entry->role);
        if (entry->rank >= ranks[role]) continue;
        ranks[role] = entry->rank;
        choice[role] = i;
    }
    return choice;
}

std::string FieldMap::names_of(FieldRole role) const {
    std::vector<Entry> found;
    std::ranges::copy_if(entries_, std::back_inserter(found),
                         [&](const Entry& entry) { return entry.role == role; });
    std::ranges::sort(found, {}, &Entry::rank);
    std::string names;
    for (const Entry& entry : found) names += (names.empty() ? "" : ", ") + entry.field;
    return names;
}

}  // namespace lede::reading
