// Strings: numbered strings, one after the other in memory; and their builder, which gives equal
// strings the same number.
//
//   StringInterner names;   names.id_of("Kim") == 0   names.id_of("Un") == 1   names.id_of("Kim")
//   == 0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/guarded_file.h"

namespace lede::search {

// A borrowed view, of memory or of a file.
class Strings {
  public:
    Strings() = default;
    // Requires: size + 1 offsets, ascending, into `chars`.
    Strings(const std::uint32_t* offsets, const char* chars, std::uint32_t size,
            const GuardedFile* file = nullptr)
        : offsets_(offsets), chars_(chars), file_(file), size_(size) {}

    std::string_view operator[](std::uint32_t id) const {
        if (file_) file_->touch(reinterpret_cast<const char*>(offsets_ + id), 8);
        const std::string_view text(chars_ + offsets_[id], offsets_[id + 1] - offsets_[id]);
        if (file_ && !text.empty()) file_->touch(text.data(), text.size());
        return text;
    }
    std::uint32_t size() const { return size_; }

  private:
    const std::uint32_t* offsets_ = nullptr;
    const char* chars_ = nullptr;
    const GuardedFile* file_ = nullptr;
    std::uint32_t size_ = 0;
};

// Holds up to 4 GiB of characters.
class StringInterner {
  public:
    StringInterner() : slots_(64) {}

    // Numbers count from 0 in the order of first sight.
    std::uint32_t id_of(std::string_view text);

    // Valid until the next new string.
    Strings strings() const { return {offsets_.data(), chars_.data(), size()}; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(offsets_.size() - 1); }

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t id_and_one = 0;  // 0: free
    };
    void grow();

    std::string chars_;
    std::vector<std::uint32_t> offsets_{0};
    std::vector<Slot> slots_;  // open addressing, a power of two
};

}  // namespace lede::search
