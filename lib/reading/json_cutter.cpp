#include "reading/json_cutter.h"

#include <algorithm>

namespace lede::reading {
namespace {

// Follows brackets and strings byte by byte.
class Balance {
  public:
    // True when the byte closes the first object.
    bool add(char c) {
        if (escaped_) {
            escaped_ = false;
        } else if (in_string_) {
            escaped_ = c == '\\';
            in_string_ = c != '"';
        } else if (c == '"') {
            in_string_ = true;
        } else if (c == '{' || c == '[') {
            ++depth_;
        } else if (c == '}' || c == ']') {
            return --depth_ == 0;
        }
        return false;
    }

  private:
    int depth_ = 0;
    bool in_string_ = false;
    bool escaped_ = false;
};

}  // namespace

bool is_one_object_a_line(std::string_view head) {
    Balance balance;
    for (const char c : head) {
        if (c == '\n') return false;
        if (balance.add(c)) return true;
    }
    return true;  // a first line that is longer than the head
}

std::optional<Result<RawRecord>> JsonCutter::next() {
    std::size_t begin;
    while ((begin = window_.view().find('{')) == std::string_view::npos) {
        window_.drop(window_.view().size());
        if (!window_.grow()) return std::nullopt;
    }
    window_.drop(begin);
    const std::uint64_t position = window_.position();
    ++record_;
    Balance balance;
    bool too_long = false;
    for (std::size_t at = 0;; ++at) {
        if (at == window_.view().size()) {
            if (at > limits_.max_article) {
                too_long = true;
                window_.drop(at);
                at = 0;
            }
            if (!window_.grow()) break;
        }
        if (!balance.add(window_.view()[at])) continue;
        RawRecord record{.record = record_,
                         .only_record = false,
                         .position = position,
                         .format = Format::kJsonl};
        const bool fits = !too_long && at < limits_.max_article;
        if (fits) record.bytes = window_.view().substr(0, at + 1);
        window_.drop(at + 1);
        if (fits) return record;
        return Error{{}, record_, position, too_large(limits_.max_article)};
    }
    window_.drop(window_.view().size());
    if (too_long) return Error{{}, record_, position, too_large(limits_.max_article)};
    return Error{{}, record_, position, "is JSON that breaks off"};
}

}  // namespace lede::reading
