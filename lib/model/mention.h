// Mention and Entity: who and what is named, and which mentions name the same thing.
//
//   "President Donald Trump met Kim. Trump said"
//   mentions [Donald Trump|PERSON] [Kim|PERSON] [Trump|PERSON]; first and third share an entity.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/annotation.h"

namespace lede {

enum class EntityType : std::uint8_t {
    kPerson,
    kOrg,
    kGpe,
    kLoc,
    kFac,
    kNorp,
    kEvent,
    kLaw,
    kWork,
    kProduct,
    kMoney,
    kPercent,
};

inline constexpr std::array<std::string_view, 12> kEntityTypeNames = {
    "PERSON", "ORG", "GPE",  "LOC",     "FAC",   "NORP",
    "EVENT",  "LAW", "WORK", "PRODUCT", "MONEY", "PERCENT"};

constexpr std::string_view name_of(EntityType type) {
    return kEntityTypeNames[static_cast<std::size_t>(type)];
}

// One naming in the text. The span leaves out titles (President), articles and possessives.
struct Mention {
    Place place;
    EntityType type = EntityType::kPerson;
    std::uint32_t entity = kNone;    // index into Document::entities
    std::uint32_t citation = kNone;  // LAW: index into Document::citations
    std::string value;               // MONEY, PERCENT: decimal number, "1200000"
    std::string currency;            // MONEY: ISO 4217 code, empty if not known
    friend bool operator==(const Mention&, const Mention&) = default;
};

enum class Gender : std::uint8_t { kUnknown, kFeminine, kMasculine, kNeuter };
enum class Number : std::uint8_t { kUnknown, kSingular, kPlural };

// One thing that the article names, at least once.
struct Entity {
    EntityType type = EntityType::kPerson;
    std::string name;  // its fullest form in the article
    std::string link;  // "iso:KP", "wikidata:Q…"; empty: none
    Gender gender = Gender::kUnknown;
    Number number = Number::kUnknown;
    friend bool operator==(const Entity&, const Entity&) = default;
};

}  // namespace lede
