// Result<T>: a value, or why there is none. For bad input, which is normal and must not unwind.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace lede {

// A bad input: which file or record, the byte in it, and what is wrong in a few words.
struct Error {
    std::string source;
    std::uint64_t record = 0;    // 1-based number in its file; 0: the file as a whole
    std::uint64_t position = 0;  // byte offset in the source, as far as known
    std::string what;
};

template <typename T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::move(value)) {}      // NOLINT: reads as `return value;`
    Result(Error error) : state_(std::move(error)) {}  // NOLINT: reads as `return error;`

    bool ok() const { return std::holds_alternative<T>(state_); }
    explicit operator bool() const { return ok(); }

    // Requires: ok().
    T& value() { return std::get<T>(state_); }
    const T& value() const { return std::get<T>(state_); }
    // Requires: !ok().
    const Error& error() const { return std::get<Error>(state_); }

  private:
    std::variant<T, Error> state_;
};

}  // namespace lede
