// Unpacker: the plain inputs inside one file, through any layers of compression and archives.
//
//   Unpacker unpacker(stream of "crawl.tar.gz", "crawl.tar.gz");
//   unpacker.next() -> {"crawl.tar.gz/a.html", …}, {"crawl.tar.gz/b.jsonl.zst", unpacked}, …
//
// Layers are known by their first bytes, not by names. Word processor files are zip archives too
// but are passed on whole.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/result.h"
#include "reading/archive.h"
#include "reading/byte_window.h"

namespace lede::reading {

struct PlainInput {
    std::string name;                    // the file's, with the member's behind a slash
    std::unique_ptr<ByteWindow> window;  // valid until the next input is asked for
    bool packed = false;                 // not the bytes of the file as they are
};

class Unpacker {
  public:
    // `by_line`: as in ByteWindow.
    Unpacker(std::unique_ptr<ByteStream> stream, std::string name, bool by_line = false);

    // The next input, or an Error for an archive that breaks off; nothing at the end.
    std::optional<Result<PlainInput>> next();

  private:
    struct Level {
        std::string name;
        std::unique_ptr<Archive> archive;
    };

    std::optional<PlainInput> unwrap(std::unique_ptr<ByteStream> stream, std::string name);

    std::unique_ptr<ByteStream> first_;
    std::string name_;
    bool by_line_;
    std::vector<Level> levels_;  // archives that are open, outermost first
};

}  // namespace lede::reading
