#include "writing/packer.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace lede::writing {
namespace {

struct Packing {
    std::string_view ending;
    int (*add_filter)(archive*);
};

constexpr std::array<Packing, 4> kPackings = {{
    {".gz", archive_write_add_filter_gzip},
    {".zst", archive_write_add_filter_zstd},
    {".xz", archive_write_add_filter_xz},
    {".bz2", archive_write_add_filter_bzip2},
}};

// libarchive calls back with packed bytes from inside C code, through which nothing may be thrown:
// they are kept until it has returned.
class ArchivePacker : public Packer {
  public:
    explicit ArchivePacker(const Packing& packing) : writer_(archive_write_new()) {
        // A filter that needs a program beside us (a libarchive without zstd) warns.
        check(packing.add_filter(writer_) == ARCHIVE_OK);
        check(archive_write_set_format_raw(writer_) == ARCHIVE_OK);
        // Only gzip has a time to leave out.
        archive_write_set_options(writer_, "gzip:!timestamp");
        archive_write_set_bytes_per_block(writer_, 0);
        check(archive_write_open(writer_, this, nullptr, keep, nullptr) == ARCHIVE_OK);
        archive_entry* const entry = archive_entry_new();
        archive_entry_set_filetype(entry, AE_IFREG);
        const int status = archive_write_header(writer_, entry);
        archive_entry_free(entry);
        check(status == ARCHIVE_OK);
    }
    ~ArchivePacker() override { archive_write_free(writer_); }

    void pack(std::string_view bytes, std::string& out) override {
        while (!bytes.empty()) {
            const la_ssize_t taken = archive_write_data(writer_, bytes.data(), bytes.size());
            check(taken > 0);
            bytes.remove_prefix(static_cast<std::size_t>(taken));
        }
        hand_over(out);
    }

    void finish(std::string& out) override {
        check(archive_write_close(writer_) == ARCHIVE_OK);
        hand_over(out);
    }

  private:
    static la_ssize_t keep(archive*, void* self, const void* bytes, std::size_t size) {
        static_cast<ArchivePacker*>(self)->packed_.append(static_cast<const char*>(bytes), size);
        return static_cast<la_ssize_t>(size);
    }

    void hand_over(std::string& out) {
        out += packed_;
        packed_.clear();
    }

    void check(bool good) const {
        if (good) return;
        const char* const why = archive_error_string(writer_);
        throw std::runtime_error(std::string("cannot pack the output: ") +
                                 (why ? why : "unknown reason"));
    }

    archive* writer_;
    std::string packed_;
};

}  // namespace

std::unique_ptr<Packer> make_packer(std::string_view path) {
    for (const Packing& packing : kPackings)
        if (path.ends_with(packing.ending)) return std::make_unique<ArchivePacker>(packing);
    return nullptr;
}

}  // namespace lede::writing
