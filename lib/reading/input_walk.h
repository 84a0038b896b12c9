// InputWalk: the files that the named inputs stand for, one after the other.
//
//   InputWalk walk({"corpus", "-"}, include, exclude);
//   walk.next() -> {"corpus/2019/a.txt", "2019/a.txt", named: false}, …, {"-", "-", named: true}
//
// A directory is walked in byte order of its names; hidden entries (".git") and links to
// directories are left out. Memory: the names of the directories on the way down.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace lede::reading {

struct InputFile {
    std::string path;   // to open it; as it is named in messages
    std::string id;     // below the argument; the argument itself where that is a file
    bool named = true;  // an argument, not found below one
    std::string error;  // a directory that cannot be listed; empty otherwise
};

class InputWalk {
  public:
    // Globs are those of fnmatch(3) and hold for files below directories: one with a slash is
    // matched against the path below the argument, one without against the file's name.
    // Arguments that `is_whole` holds of are handed over as if they were files.
    InputWalk(std::vector<std::string> arguments, std::vector<std::string> include,
              std::vector<std::string> exclude,
              std::function<bool(const std::string&)> is_whole = nullptr);

    std::optional<InputFile> next();

  private:
    struct Entry {
        std::string path;
        std::string id;
    };

    bool is_wanted(const std::string& id) const;
    std::optional<InputFile> enter(const Entry& directory);
    std::optional<InputFile> from_argument();

    std::vector<std::string> arguments_;
    std::vector<std::string> include_;
    std::vector<std::string> exclude_;
    std::function<bool(const std::string&)> is_whole_;
    std::size_t next_argument_ = 0;
    std::vector<std::vector<Entry>> pending_;  // per directory level, last entry first
    bool named_directory_ = false;
};

}  // namespace lede::reading
