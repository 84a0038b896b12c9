// Archive: the members of a tar or zip file, in order, as streams; and streams that zstd, xz or
// bzip2 packed. All by libarchive, which sees no other format: with more enabled it takes WARC
// files for something else.
//
//   Archive archive(stream);
//   while (auto member = archive.next()) …       {"2019/a.html", its bytes}
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "reading/byte_stream.h"

namespace lede::reading {

struct ArchiveMember {
    std::string name;
    std::unique_ptr<ByteStream> stream;  // valid until the next member is asked for
};

class Archive {
  public:
    explicit Archive(std::unique_ptr<ByteStream> packed);
    ~Archive();

    // The next regular file; nothing at the end or where the archive is broken.
    std::optional<ArchiveMember> next();

    // Why the archive ended too early; empty if it did not.
    const std::string& error() const;

    struct State;

  private:
    std::unique_ptr<State> state_;
};

// The stream that was packed by zstd, xz, lzma or bzip2.
std::unique_ptr<ByteStream> open_packed(std::unique_ptr<ByteStream> packed);

}  // namespace lede::reading
