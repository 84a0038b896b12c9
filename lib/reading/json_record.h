// JsonRecord: the fields of one JSON object, each as the piece of JSON it was written as.
//
//   {"id": 7, "text": "Kim said \"no\"."}   ->   id: 7, text: "Kim said \"no\"."
//
// Structure is found by simdjson; the pieces are checked, so that one can be written out again as
// it is. Strings are unescaped only when asked for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace lede::reading {

struct JsonRecord {
    std::vector<std::string> names;        // unescaped
    std::vector<std::string_view> pieces;  // parallel; valid JSON without white space around it
};

// The object in `bytes`, which get room behind them for simdjson. Views borrow from `bytes`. The
// Error's position is relative to them. Requires: valid UTF-8.
Result<JsonRecord> parse_json_record(std::string& bytes);

// `bytes` with the words NaN, Infinity and -Infinity outside strings, which Python writes for
// numbers that JSON does not have, as null. Linear.
std::string without_nan(std::string_view bytes);

// The string a piece holds; nothing if it holds no string.
std::optional<std::string> string_in(std::string_view piece);

// A piece as text for an id: a string's characters, or a number as written.
std::optional<std::string> scalar_in(std::string_view piece);

// The values of a piece that is an array; a value of another kind alone.
std::vector<std::string_view> values_in(std::string_view piece);

// The strings of a piece that is a string or an array of strings.
std::vector<std::string> strings_in(std::string_view piece);

}  // namespace lede::reading
