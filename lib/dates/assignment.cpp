#include "dates/assignment.h"

#include <charconv>
#include <stdexcept>
#include <string>

#include "text/unicode.h"

namespace lede::dates {
namespace {

[[noreturn]] void refuse(std::string_view what) {
    throw std::runtime_error("data/dates: cannot read \"" + std::string(what) + "\"");
}

std::int32_t parse_integer(std::string_view text) {
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) refuse(text);
    return value;
}

Field parse_field(std::string_view name) {
    const auto field = field_by_name(name);
    if (!field) refuse(name);
    return *field;
}

Operand parse_operand(std::string_view text, Field target) {
    if (text.empty()) refuse("=");
    if (text == "none") return {.constant = Meaning::kUnset};
    if (text.front() == '$') {
        const std::size_t dot = text.find('.');
        Operand operand{.field = target};
        operand.element = static_cast<std::uint8_t>(parse_integer(text.substr(1, dot - 1)));
        if (dot != std::string_view::npos) operand.field = parse_field(text.substr(dot + 1));
        return operand;
    }
    if (unicode::is_ascii_digit(text.front()) || text.front() == '-')
        return {.constant = parse_integer(text)};
    const auto value = value_by_name(text);
    if (!value) refuse(text);
    return {.constant = *value};
}

Assignment parse_assignment(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) refuse(text);
    Assignment assignment;
    assignment.target = parse_field(text.substr(0, equals));
    std::string_view value = text.substr(equals + 1);
    const std::size_t operation = value.find_first_of("+*");
    if (operation != std::string_view::npos) {
        assignment.operation = value[operation];
        assignment.right = parse_operand(value.substr(operation + 1), assignment.target);
        value = value.substr(0, operation);
    }
    assignment.left = parse_operand(value, assignment.target);
    return assignment;
}

}  // namespace

std::vector<Assignment> parse_assignments(std::string_view cell) {
    std::vector<Assignment> assignments;
    if (cell == "-") return assignments;
    while (!cell.empty()) {
        const std::size_t blank = cell.find(' ');
        assignments.push_back(parse_assignment(cell.substr(0, blank)));
        cell = blank == std::string_view::npos ? std::string_view{} : cell.substr(blank + 1);
    }
    return assignments;
}

}  // namespace lede::dates
