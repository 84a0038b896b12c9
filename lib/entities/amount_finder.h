// AmountFinder: sums of money and shares, with their value.
//
//   "about $1.2 million"       MONEY [$1.2 million], value 1200000, currency USD
//   "five million euros"       MONEY, value 5000000, currency EUR
//   "8.5 per cent"             PERCENT, value 8.5
//
// Grammar: [currency] number [magnitude] [currency] | number [magnitude] percent. It does not
// convert currencies and does not read "half the budget".
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/document.h"

namespace lede::entities {

class AmountFinder {
  public:
    explicit AmountFinder(const Lexicon& lexicon);

    // MONEY and PERCENT mentions in text order, without entities. Linear; safe from many threads.
    std::vector<Mention> find(const Document& document) const;

  private:
    struct Number {
        std::string value;      // decimal digits with at most one point
        std::uint32_t end = 0;  // byte after it
    };
    struct Unit {
        std::uint32_t end = 0;
        std::string_view kind;   // "currency", "magnitude", "percent"
        std::string_view value;  // ISO 4217 code, or power of ten
    };

    bool may_begin_amount(std::string_view text, Span token, std::string& scratch) const;
    std::optional<Number> number_at(std::string_view text, std::uint32_t at) const;
    std::optional<Number> digits_at(std::string_view text, std::uint32_t at) const;
    std::optional<Unit> unit_at(std::string_view text, std::uint32_t at,
                                std::string_view kind) const;
    std::optional<Mention> amount_at(std::string_view text, std::uint32_t at) const;

    lexicon::Table units_;
    lexicon::PhraseIndex phrases_;
    std::bitset<1U << 16U> openings_;  // by the first two bytes of a phrase: most words have none
};

// `value` times ten to the `power`, in plain decimal digits: ("1.2", 6) -> "1200000".
std::string scale_decimal(std::string_view value, int power);

}  // namespace lede::entities
