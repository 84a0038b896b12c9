#include "reading/json_record.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "reading/json_text.h"
#include "text/unicode.h"

namespace lede::reading {
namespace {

namespace json = simdjson::ondemand;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && unicode::is_ascii_space(text.back())) text.remove_suffix(1);
    while (!text.empty() && unicode::is_ascii_space(text.front())) text.remove_prefix(1);
    return text;
}

std::string describe(simdjson::error_code code) {
    if (code == simdjson::INCORRECT_TYPE) return "is not valid JSON: no object";
    std::string what = simdjson::error_message(code);
    if (!what.empty()) what[0] = unicode::ascii_lower(what[0]);
    return "is not valid JSON: " + what;
}

// The bytes of a value as they stand.
simdjson::error_code piece_of(json::value value, std::string_view& piece) {
    json::json_type type;
    if (const auto error = value.type().get(type)) return error;
    if (type == json::json_type::object) {
        json::object object;
        if (const auto error = value.get_object().get(object)) return error;
        return object.raw_json().get(piece);
    }
    if (type == json::json_type::array) {
        json::array array;
        if (const auto error = value.get_array().get(array)) return error;
        return array.raw_json().get(piece);
    }
    piece = value.raw_json_token();
    return simdjson::SUCCESS;
}

simdjson::error_code read_fields(std::string_view bytes, json::document& document,
                                 JsonRecord& record) {
    json::object object;
    if (const auto error = document.get_object().get(object)) return error;
    for (auto field_or_error : object) {
        json::field field;
        if (const auto error = std::move(field_or_error).get(field)) return error;
        // What simdjson calls the raw key begins behind its opening quote and has no end.
        const char* const key = field.key().raw() - 1;
        const std::string_view rest = bytes.substr(static_cast<std::size_t>(key - bytes.data()));
        const std::size_t size = string_size(rest);
        if (size == std::string_view::npos) return simdjson::UNCLOSED_STRING;
        std::string_view piece;
        if (const auto error = piece_of(field.value(), piece)) return error;
        piece = trimmed(piece);
        if (!is_json_value(piece)) return simdjson::TAPE_ERROR;
        record.names.push_back(unescape(rest.substr(1, size - 2)));
        record.pieces.push_back(piece);
    }
    const char* behind = nullptr;
    return document.current_location().get(behind) ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
}

}  // namespace

Result<JsonRecord> parse_json_record(std::string& bytes) {
    bytes.reserve(bytes.size() + simdjson::SIMDJSON_PADDING);
    const simdjson::padded_string_view padded(bytes.data(), bytes.size(), bytes.capacity());
    json::parser parser;
    json::document document;
    if (const auto error = parser.iterate(padded).get(document))
        return Error{{}, 0, 0, describe(error)};
    JsonRecord record;
    const simdjson::error_code error = read_fields(bytes, document, record);
    if (!error) return record;
    const char* at = nullptr;
    std::uint64_t position = bytes.size();
    if (!document.current_location().get(at) && at >= bytes.data())
        position = std::min(position, static_cast<std::uint64_t>(at - bytes.data()));
    return Error{{}, 0, position, describe(error)};
}

std::string without_nan(std::string_view bytes) {
    static constexpr std::array<std::string_view, 3> kWords = {"NaN", "-Infinity", "Infinity"};
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::string_view rest = bytes.substr(at);
        const auto* const word = std::ranges::find_if(
            kWords, [&](std::string_view candidate) { return rest.starts_with(candidate); });
        const std::size_t string = rest.front() == '"' ? string_size(rest) : 0;
        const std::size_t size = string == std::string_view::npos ? rest.size()
                                 : string > 0                     ? string
                                 : word != kWords.end()           ? word->size()
                                                                  : 1;
        out += word != kWords.end() && string == 0 ? "null" : rest.substr(0, size);
        at += size;
    }
    return out;
}

std::optional<std::string> string_in(std::string_view piece) {
    if (!piece.starts_with('"')) return std::nullopt;
    return unescape(piece.substr(1, piece.size() - 2));
}

std::optional<std::string> scalar_in(std::string_view piece) {
    if (piece.starts_with('"')) return string_in(piece);
    if (piece.starts_with('{') || piece.starts_with('[') || piece == "null") return std::nullopt;
    return std::string(piece);
}

std::vector<std::string_view> values_in(std::string_view piece) {
    if (!piece.starts_with('[')) return {piece};
    std::vector<std::string_view> values;
    std::size_t depth = 0, begin = 1;
    const auto end_value = [&](std::size_t end) {
        const std::string_view value = trimmed(piece.substr(begin, end - begin));
        if (!value.empty()) values.push_back(value);
        begin = end + 1;
    };
    for (std::size_t at = 0; at < piece.size(); ++at) {
        const char c = piece[at];
        if (c == '"') {
            at += string_size(piece.substr(at)) - 1;
        } else if (c == '[' || c == '{') {
            ++depth;
        } else if (c == ']' || c == '}') {
            if (--depth == 0) end_value(at);
        } else if (c == ',' && depth == 1) {
            end_value(at);
        }
    }
    return values;
}

std::vector<std::string> strings_in(std::string_view piece) {
    std::vector<std::string> strings;
    for (const std::string_view value : values_in(piece))
        if (auto one = string_in(value)) strings.push_back(std::move(*one));
    return strings;
}

}  // namespace lede::reading
