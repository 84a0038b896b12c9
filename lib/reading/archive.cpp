#include "reading/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <array>
#include <utility>

namespace lede::reading {

struct Archive::State {
    explicit State(std::unique_ptr<ByteStream> stream)
        : packed(std::move(stream)), reader(archive_read_new()) {}
    ~State() { archive_read_free(reader); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void fail() {
        const char* const text = archive_error_string(reader);
        if (error.empty())
            error = text ? std::string("is a broken archive: ") + text
                         : std::string("is a broken archive");
    }

    static la_ssize_t feed(::archive*, void* self, const void** out) {
        State& state = *static_cast<State*>(self);
        *out = state.buffer.data();
        return static_cast<la_ssize_t>(
            state.packed->read(state.buffer.data(), state.buffer.size()));
    }

    // Requires: the formats and filters are enabled.
    bool open() {
        if (archive_read_open(reader, this, nullptr, feed, nullptr) == ARCHIVE_OK) return true;
        fail();
        return false;
    }

    std::unique_ptr<ByteStream> packed;
    ::archive* reader;
    std::array<char, std::size_t{64} << 10> buffer;
    std::string error;
    bool is_open = false;
    std::size_t members = 0;
};

namespace {

// libarchive gives out names only as the thread's locale can write them; whatever that is, these
// are bytes of UTF-8, or the bytes that stand in the archive.
class Utf8Names {
  public:
    Utf8Names() : utf8_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (utf8_) previous_ = uselocale(utf8_);
    }
    ~Utf8Names() {
        if (!utf8_) return;
        uselocale(previous_);
        freelocale(utf8_);
    }
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;

  private:
    locale_t utf8_;
    locale_t previous_ = nullptr;
};

// The bytes of the entry that the reader stands at.
class EntryStream : public ByteStream {
  public:
    explicit EntryStream(Archive::State& state) : state_(state) {}

    std::size_t read(char* out, std::size_t size) override {
        const la_ssize_t got = archive_read_data(state_.reader, out, size);
        if (got >= 0) return static_cast<std::size_t>(got);
        const char* const text = archive_error_string(state_.reader);
        if (error_.empty())
            error_ = std::string("cannot be unpacked: ") + (text ? text : "broken data");
        return 0;
    }

    std::string_view error() const override {
        return error_.empty() ? state_.packed->error() : std::string_view(error_);
    }

  private:
    Archive::State& state_;
    std::string error_;
};

// A stream that owns the archive it is the only entry of.
class PackedStream : public ByteStream {
  public:
    explicit PackedStream(std::unique_ptr<ByteStream> packed)
        : state_(std::move(packed)), entry_(state_) {
        archive_read_support_filter_zstd(state_.reader);
        archive_read_support_filter_xz(state_.reader);
        archive_read_support_filter_lzma(state_.reader);
        archive_read_support_filter_bzip2(state_.reader);
        archive_read_support_format_raw(state_.reader);
        archive_read_support_format_empty(state_.reader);  // nothing, packed
        archive_entry* entry = nullptr;
        if (!state_.open()) return;
        const int status = archive_read_next_header(state_.reader, &entry);
        state_.is_open = status == ARCHIVE_OK;
        if (status != ARCHIVE_OK && status != ARCHIVE_EOF) state_.fail();
    }

    std::size_t read(char* out, std::size_t size) override {
        return state_.is_open ? entry_.read(out, size) : 0;
    }

    std::string_view error() const override {
        return state_.error.empty() ? entry_.error() : std::string_view(state_.error);
    }

  private:
    Archive::State state_;
    EntryStream entry_;
};

}  // namespace

Archive::Archive(std::unique_ptr<ByteStream> packed)
    : state_(std::make_unique<State>(std::move(packed))) {
    archive_read_support_format_tar(state_->reader);
    archive_read_support_format_zip(state_->reader);
    state_->is_open = state_->open();
}
Archive::~Archive() = default;

std::optional<ArchiveMember> Archive::next() {
    while (state_->is_open) {
        archive_entry* entry = nullptr;
        const Utf8Names names;
        const int status = archive_read_next_header(state_->reader, &entry);
        if (status == ARCHIVE_RETRY) continue;
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
            if (status != ARCHIVE_EOF) state_->fail();
            state_->is_open = false;
            break;
        }
        if (archive_entry_filetype(entry) != AE_IFREG) continue;
        const char* const name = archive_entry_pathname(entry);
        ++state_->members;
        return ArchiveMember{name ? name : "member-" + std::to_string(state_->members),
                             std::make_unique<EntryStream>(*state_)};
    }
    return std::nullopt;
}

const std::string& Archive::error() const { return state_->error; }

std::unique_ptr<ByteStream> open_packed(std::unique_ptr<ByteStream> packed) {
    return std::make_unique<PackedStream>(std::move(packed));
}

}  // namespace lede::reading
