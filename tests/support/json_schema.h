// Validates JSON against a JSON Schema, for tests: the keywords that our own schema uses.
//
//   JsonSchema schema(text);
//   schema.problems(R"({"id":7})")   -> {"/id: is not a string"}
//
// Knows type, enum, const, pattern, minimum, maximum, properties, required, additionalProperties,
// items, minItems, maxItems and $ref to #/$defs. Any other keyword that checks is refused, so that
// a schema is never validated less than it says.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lede::test {

class JsonSchema {
  public:
    // Throws std::invalid_argument on broken JSON or an unknown keyword.
    explicit JsonSchema(std::string_view text);
    ~JsonSchema();

    // What is wrong with the document, with JSON pointers; empty: valid.
    std::vector<std::string> problems(std::string_view json) const;

  private:
    struct Parsed;
    std::unique_ptr<Parsed> parsed_;
};

}  // namespace lede::test
