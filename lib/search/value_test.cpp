#include "search/value_test.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>

#include "lexicon/phrase_words.h"
#include "text/lower_case.h"
#include "text/unicode.h"

namespace lede::search {
namespace {

constexpr std::string_view kRegexMarks = "\\^$.|?*+()[]{}";

bool is_beyond_ascii(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// The values a regex stands for if it is plain: "was|were", "U\.S\.", "what\?".
std::optional<std::vector<std::string>> plain_values(std::string_view regex) {
    std::vector<std::string> values(1);
    for (std::size_t at = 0; at < regex.size(); ++at) {
        const char c = regex[at];
        const bool escaped = c == '\\' && at + 1 < regex.size() &&
                             kRegexMarks.find(regex[at + 1]) != std::string_view::npos;
        if (escaped)
            values.back() += regex[++at];
        else if (c == '|')
            values.emplace_back();
        else if (kRegexMarks.find(c) != std::string_view::npos)
            return std::nullopt;
        else
            values.back() += c;
    }
    return values;
}

std::optional<double> number_of(std::string_view text) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    if (text.empty() || parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
    return value;
}

template <typename Value>
bool compares(const Value& left, Relation relation, const Value& right) {
    switch (relation) {
        case Relation::kEqual:
            return left == right;
        case Relation::kUnequal:
            return left != right;
        case Relation::kLess:
            return left < right;
        case Relation::kLessOrEqual:
            return left <= right;
        case Relation::kGreater:
            return left > right;
        case Relation::kGreaterOrEqual:
            return left >= right;
    }
    return false;
}

std::optional<DateRange> days_of(std::string_view text) {
    // A time of day does not count: 2019-02-20T14:05:00Z.
    if (text.size() > 10 && text[10] == 'T') text = text.substr(0, 10);
    return text.find("..") == std::string_view::npos ? parse_date_range(text) : std::nullopt;
}

bool compares_days(const DateRange& left, Relation relation, const DateRange& right) {
    switch (relation) {
        case Relation::kEqual:
            return inside(right, left.from, left.to);
        case Relation::kUnequal:
            return !inside(right, left.from, left.to);
        case Relation::kLess:
            return *left.from < *right.from;
        case Relation::kLessOrEqual:
            return *left.from <= *right.to;
        case Relation::kGreater:
            return *left.to > *right.to;
        case Relation::kGreaterOrEqual:
            return *left.to >= *right.from;
    }
    return false;
}

bool is_period(std::string_view text) { return text.find('-', 1) != std::string_view::npos; }

}  // namespace

bool holds_by_size(std::string_view left, Relation relation, std::string_view right) {
    const auto left_days = days_of(left);
    const auto right_days = days_of(right);
    // 2016 is a number and a year: a year where the other side is a day.
    if (left_days && right_days && (is_period(left) || is_period(right)))
        return compares_days(*left_days, relation, *right_days);
    const auto left_number = number_of(left);
    const auto right_number = number_of(right);
    if (left_number && right_number) return compares(*left_number, relation, *right_number);
    return compares(left, relation, right);
}

ValueTest::~ValueTest() = default;
ValueTest::ValueTest(ValueTest&&) noexcept = default;

std::variant<ValueTest, QueryError> ValueTest::make(const Condition& comparison) {
    ValueTest test;
    if (auto error = test.compile(comparison)) return *error;
    return test;
}

std::optional<QueryError> ValueTest::compile(const Condition& comparison) {
    relation_ = comparison.relation;
    form_ = comparison.form;
    fold_diacritics_ = comparison.fold_diacritics;
    text_ = comparison.value;
    if (form_ == ValueForm::kOrdered) return std::nullopt;
    if (form_ == ValueForm::kName && !comparison.fold_case && !fold_diacritics_)
        return compile_name(comparison);
    if (form_ == ValueForm::kName) form_ = ValueForm::kText;
    std::string pattern = form_ == ValueForm::kLiteral ? re2::RE2::QuoteMeta(text_) : text_;
    if (fold_diacritics_) pattern = unicode::without_marks(pattern);
    if (!comparison.fold_case && !fold_diacritics_ && relation_ == Relation::kEqual)
        only_values_ = form_ == ValueForm::kLiteral ? std::vector{text_} : plain_values(text_);
    if (comparison.fold_case && !fold_diacritics_) {
        caseless_values_ = form_ == ValueForm::kLiteral ? std::vector{text_} : plain_values(text_);
        if (caseless_values_ && std::ranges::any_of(*caseless_values_, is_beyond_ascii))
            caseless_values_.reset();
        if (caseless_values_)
            for (std::string& value : *caseless_values_) value = lower_case(value);
    }
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(!comparison.fold_case);
    regex_ = std::make_unique<re2::RE2>(pattern, options);
    if (!regex_->ok()) return QueryError{comparison.left.position, "bad regex: " + regex_->error()};
    return std::nullopt;
}

// "Trump", "/.*Trump/", "/us/usc/t22".
std::optional<QueryError> ValueTest::compile_name(const Condition& comparison) {
    if (text_.size() < 2 || !text_.starts_with('/') || !text_.ends_with('/')) {
        words_ = lexicon::folded_phrase_words(text_);
        return std::nullopt;
    }
    re2::RE2::Options options;
    options.set_log_errors(false);
    regex_ = std::make_unique<re2::RE2>(text_.substr(1, text_.size() - 2), options);
    whole_ = false;
    if (!regex_->ok()) return QueryError{comparison.left.position, "bad regex: " + regex_->error()};
    return std::nullopt;
}

bool ValueTest::equals(std::string_view value) const {
    // Letters beyond ASCII may have folded twins in it.
    if (caseless_values_ && !is_beyond_ascii(value))
        return std::ranges::any_of(*caseless_values_, [&](const std::string& text) {
            return std::ranges::equal(text, value, {}, {}, unicode::ascii_lower);
        });
    if (only_values_) return std::ranges::find(*only_values_, value) != only_values_->end();
    if (regex_) {
        const std::string plain = fold_diacritics_ ? unicode::without_marks(value) : std::string();
        if (fold_diacritics_) value = plain;
        const re2::StringPiece input(value.data(), value.size());
        return whole_ ? re2::RE2::FullMatch(input, *regex_)
                      : re2::RE2::PartialMatch(input, *regex_);
    }
    if (value == text_) return true;
    if (text_.starts_with('/')) return value.starts_with(text_) && value[text_.size()] == '/';
    const std::vector<std::string> words = lexicon::folded_phrase_words(value);
    return !words_.empty() &&
           std::search(words.begin(), words.end(), words_.begin(), words_.end()) != words.end();
}

bool ValueTest::holds(std::optional<std::string_view> value) const {
    if (!value) return relation_ == Relation::kUnequal && form_ != ValueForm::kOrdered;
    if (form_ == ValueForm::kOrdered) return holds_by_size(*value, relation_, text_);
    return equals(*value) == (relation_ == Relation::kEqual);
}

}  // namespace lede::search
