// ArticleSource: the named inputs, cut into raw records, in order, in flat memory.
//
//   ArticleSource source({"corpus/", "-"}, {});
//   while (auto record = source.next()) …
//
// Inputs may be packed (gzip, zstd, xz, bzip2) and stand in archives (tar, zip), in any layers.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/result.h"
#include "reading/input_share.h"
#include "reading/line_filter.h"
#include "reading/raw_record.h"
#include "reading/record_supply.h"

namespace lede::reading {

struct SourceOptions {
    Format format = Format::kAuto;
    std::uint64_t max_article = std::uint64_t{16} << 20;  // bytes
    std::vector<std::string> include;                     // globs for files below directories
    std::vector<std::string> exclude;
    ShareOptions share;  // only these records come; all by default
    // Records of the share that do not come, by their number from 0; those behind the end do.
    std::shared_ptr<const std::vector<bool>> left_out = nullptr;
    // Only these lines come, where a line is an article. Not together with `left_out`, which counts
    // records.
    LineFilter lines = nullptr;
    WholeFolders folders = {};  // named ones that are no folders of files
    // Records come as soon as their lines do, for a writer that waits for answers: what an input is
    // is then told from what it begins with, be it one line.
    bool by_line = false;
};

class ArticleSource {
  public:
    // `paths` are files, directories (walked in byte order of their names) or "-".
    ArticleSource(std::vector<std::string> paths, const SourceOptions& options);
    ~ArticleSource();

    // The next record, or an Error for an input that cannot be read or a record that is too large
    // (reading goes on after it), or nothing at the end. Error::record is 0 when a named input as
    // a whole is unreadable.
    std::optional<Result<RawRecord>> next();

    // Files below directories, and members of archives, that were passed over because they are of
    // a kind that is not read (pictures, programs).
    std::uint64_t files_passed_over() const;

  private:
    std::optional<Result<RawRecord>> next_of_all();

    struct State;
    std::unique_ptr<State> state_;
};

// The names in `list`, a file of names that each end in NUL ("-": standard input), as
// `find -print0` writes them. An Error if it cannot be read.
Result<std::vector<std::string>> read_files0(const std::string& list);

}  // namespace lede::reading
