// JSON as it is written: pieces of it checked, strings unescaped and quoted.
//
//   unescape(R"(Kim\u2019s \ud83d)") -> "Kim’s \uFFFD"      a lone surrogate is U+FFFD
//   is_json_value("[1, 2")           -> false
//   quote("say \"no\"")              -> "\"say \\\"no\\\""
//
// simdjson finds the structure of a record (`json_record.h`); what it passes on unread, or refuses
// as a whole (lone surrogates), is handled here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lede::reading {

// The characters of a JSON string, given what stands between its quotes. Escapes that JSON does
// not know stand for themselves. Linear.
std::string unescape(std::string_view inside);

// Size of the JSON string at the front of `bytes`, quotes included; npos if it does not end.
// Requires: bytes starts with '"'.
std::size_t string_size(std::string_view bytes);

// True if `piece` is exactly one valid JSON value (RFC 8259), white space around it allowed,
// nested at most 1024 deep. Linear.
bool is_json_value(std::string_view piece);

// `text` as a JSON string. Requires: valid UTF-8.
std::string quote(std::string_view text);

}  // namespace lede::reading
