// Packer: bytes in, their gzip, zstd, xz or bzip2 form out, for results that are written packed.
//
//   auto packer = make_packer("records.jsonl.zst");      nullptr for a name that says nothing
//   packer->pack(bytes, out);  …  packer->finish(out);   `out` is appended to
//
// The same bytes give the same packed bytes: no time and no name goes in. It does not unpack, which
// is reading's work.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace lede::writing {

class Packer {
  public:
    Packer() = default;
    Packer(const Packer&) = delete;
    Packer& operator=(const Packer&) = delete;
    virtual ~Packer() = default;

    // Appends to `out` what is ready of `bytes` and of what came before.
    virtual void pack(std::string_view bytes, std::string& out) = 0;
    // Appends the rest. Nothing may be packed after it.
    virtual void finish(std::string& out) = 0;
};

// The packing that a file's name asks for by its ending: .gz, .zst, .xz, .bz2. Throws
// std::runtime_error where the packing is not to be had.
std::unique_ptr<Packer> make_packer(std::string_view path);

}  // namespace lede::writing
