// RecordStore: what a record of an article tells beside its text and tokens, kept in groups that
// are packed together (zlib), so that one article is read without the others.
//
//   RecordStoreBuilder store;   store.add("{\"id\":…");   store.add(…)   store.finish()
//   RecordStore(parts).record(1)
//
// A group is the records of neighbours, each behind its size (four bytes, low byte first). Records
// are any bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/packed_ids.h"

namespace lede::search {

struct RecordGroups {
    std::vector<std::uint32_t> firsts;  // number of the first record of each group
    std::vector<std::uint32_t> places;  // of the groups in the bytes, and their end
};

class RecordStoreBuilder {
  public:
    // Throws std::bad_alloc.
    void add(std::string_view record);
    // Nothing may be added afterwards; the last bytes are still to be taken. Throws std::bad_alloc.
    RecordGroups finish();
    // The bytes that were not taken before.
    std::string_view bytes() const { return bytes_; }
    void take_bytes() {
        taken_ += bytes_.size();
        bytes_.clear();
    }

  private:
    void end_group();

    std::uint32_t place() const { return static_cast<std::uint32_t>(taken_ + bytes_.size()); }

    RecordGroups groups_;
    std::string bytes_;
    std::size_t taken_ = 0;
    std::string open_;
    std::uint32_t first_ = 0;
    std::uint32_t records_ = 0;
};

// A borrowed view of stored groups.
class RecordStore {
  public:
    RecordStore() = default;
    RecordStore(PackedIds firsts, PackedIds places, std::string_view bytes, const GuardedFile* file)
        : firsts_(firsts), places_(places), bytes_(bytes), file_(file) {}

    bool empty() const { return firsts_.size() == 0; }

    // The group that was read last, which neighbours stand in, too.
    struct Group {
        std::uint32_t number = 0xFFFFFFFF;
        std::string bytes;
    };
    // A view into `group`. Throws IndexError where the store is damaged.
    std::string_view record(std::uint32_t number, Group& group) const;

  private:
    void unpack(std::uint32_t number, Group& group) const;

    PackedIds firsts_;
    PackedIds places_;
    std::string_view bytes_;
    const GuardedFile* file_ = nullptr;
};

}  // namespace lede::search
