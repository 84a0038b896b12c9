#include "support/json_schema.h"

#include <re2/re2.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace lede::test {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr std::array<std::string_view, 17> kKeywords = {
    "$schema",  "title",    "description", "type",     "enum",
    "const",    "pattern",  "minimum",     "maximum",  "items",
    "minItems", "maxItems", "properties",  "required", "additionalProperties",
    "$ref",     "$defs"};

bool has_type(element value, std::string_view type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "integer") return value.is_int64() || value.is_uint64();
    if (type == "number") return value.is_number();
    return type == "boolean" && value.is_bool();
}

class Validation {
  public:
    Validation(element root, std::vector<std::string>& problems)
        : root_(root), problems_(problems) {}

    void check(element schema, element value, const std::string& at) {
        for (const auto [keyword, rule] : schema.get_object()) {
            if (keyword == "$ref")
                check(resolve(std::string_view(rule)), value, at);
            else
                check_keyword(schema, keyword, rule, value, at);
        }
    }

  private:
    element resolve(std::string_view reference) const {
        constexpr std::string_view kPrefix = "#/$defs/";
        if (!reference.starts_with(kPrefix)) throw std::invalid_argument("$ref outside #/$defs");
        return root_["$defs"][reference.substr(kPrefix.size())];
    }

    void expect(bool holds, const std::string& at, const std::string& what) {
        if (!holds) problems_.push_back((at.empty() ? "/" : at) + ": " + what);
    }

    void check_keyword(element schema, std::string_view keyword, element rule, element value,
                       const std::string& at) {
        if (std::find(kKeywords.begin(), kKeywords.end(), keyword) == kKeywords.end())
            throw std::invalid_argument("unknown keyword " + std::string(keyword));
        const std::string shown = simdjson::minify(rule);
        if (keyword == "type")
            expect(has_type(value, std::string_view(rule)), at, "is not of type " + shown);
        if (keyword == "const") expect(simdjson::minify(value) == shown, at, "is not " + shown);
        if (keyword == "enum") {
            bool found = false;
            for (const element choice : rule.get_array())
                found = found || simdjson::minify(choice) == simdjson::minify(value);
            expect(found, at, simdjson::minify(value) + " is none of " + shown);
        }
        if (keyword == "pattern" && value.is_string())
            expect(RE2::PartialMatch(std::string(std::string_view(value)),
                                     std::string(std::string_view(rule))),
                   at, simdjson::minify(value) + " does not match " + shown);
        if (keyword == "minimum" && value.is_number())
            expect(double(value) >= double(rule), at, "is below " + shown);
        if (keyword == "maximum" && value.is_number())
            expect(double(value) <= double(rule), at, "is above " + shown);
        if (value.is_array()) check_array(keyword, rule, value, at);
        if (value.is_object()) check_object(schema, keyword, rule, value, at);
    }

    void check_array(std::string_view keyword, element rule, element value, const std::string& at) {
        const simdjson::dom::array items = value.get_array();
        if (keyword == "minItems") expect(items.size() >= std::uint64_t(rule), at, "too few items");
        if (keyword == "maxItems")
            expect(items.size() <= std::uint64_t(rule), at, "too many items");
        if (keyword != "items") return;
        std::size_t index = 0;
        for (const element item : items) check(rule, item, at + "/" + std::to_string(index++));
    }

    void check_object(element schema, std::string_view keyword, element rule, element value,
                      const std::string& at) {
        const simdjson::dom::object members = value.get_object();
        if (keyword == "required")
            for (const element name : rule.get_array())
                expect(members[std::string_view(name)].error() == simdjson::SUCCESS, at,
                       "lacks " + simdjson::minify(name));
        if (keyword == "properties")
            for (const auto [name, member_rule] : rule.get_object()) {
                element member;
                if (members[name].get(member) == simdjson::SUCCESS)
                    check(member_rule, member, at + "/" + std::string(name));
            }
        if (keyword != "additionalProperties") return;
        for (const auto [name, member] : members) {
            element known;
            if (schema["properties"][name].get(known) == simdjson::SUCCESS) continue;
            if (rule.is_bool())
                expect(bool(rule), at, "has an unknown key " + std::string(name));
            else
                check(rule, member, at + "/" + std::string(name));
        }
    }

    element root_;
    std::vector<std::string>& problems_;
};

}  // namespace

struct JsonSchema::Parsed {
    simdjson::dom::parser parser;
    element root;
};

JsonSchema::JsonSchema(std::string_view text) : parsed_(std::make_unique<Parsed>()) {
    if (parsed_->parser.parse(simdjson::padded_string(text)).get(parsed_->root))
        throw std::invalid_argument("the schema is not valid JSON");
}

JsonSchema::~JsonSchema() = default;

std::vector<std::string> JsonSchema::problems(std::string_view json) const {
    simdjson::dom::parser parser;
    element document;
    if (const auto error = parser.parse(simdjson::padded_string(json)).get(document))
        return {std::string("/: ") + simdjson::error_message(error)};
    std::vector<std::string> problems;
    Validation(parsed_->root, problems).check(parsed_->root, document, "");
    return problems;
}

}  // namespace lede::test
