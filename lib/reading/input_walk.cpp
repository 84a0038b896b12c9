#include "reading/input_walk.h"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace lede::reading {
namespace {

namespace fs = std::filesystem;

bool matches(const std::string& glob, const std::string& id) {
    const std::size_t slash = id.rfind('/');
    const bool whole = glob.find('/') != std::string::npos || slash == std::string::npos;
    const char* subject = whole ? id.c_str() : id.c_str() + slash + 1;
    return ::fnmatch(glob.c_str(), subject, 0) == 0;
}

std::string joined(const std::string& directory, const std::string& name) {
    if (directory.empty() || directory.back() == '/') return directory + name;
    return directory + '/' + name;
}

}  // namespace

InputWalk::InputWalk(std::vector<std::string> arguments, std::vector<std::string> include,
                     std::vector<std::string> exclude,
                     std::function<bool(const std::string&)> is_whole)
    : arguments_(std::move(arguments)),
      include_(std::move(include)),
      exclude_(std::move(exclude)),
      is_whole_(std::move(is_whole)) {}

bool InputWalk::is_wanted(const std::string& id) const {
    const auto matches_id = [&](const std::string& glob) { return matches(glob, id); };
    if (std::ranges::any_of(exclude_, matches_id)) return false;
    return include_.empty() || std::ranges::any_of(include_, matches_id);
}

std::optional<InputFile> InputWalk::enter(const Entry& directory) {
    std::error_code error;
    std::vector<Entry> entries;
    for (fs::directory_iterator it(directory.path, error), end; !error && it != end;
         it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (name.starts_with('.')) continue;
        std::string id = directory.id.empty() ? name : joined(directory.id, name);
        entries.push_back({joined(directory.path, name), std::move(id)});
    }
    if (error) return InputFile{directory.path, directory.id, named_directory_, error.message()};
    std::ranges::sort(entries, std::ranges::greater(), &Entry::path);
    pending_.push_back(std::move(entries));
    return std::nullopt;
}

std::optional<InputFile> InputWalk::from_argument() {
    const std::string& argument = arguments_[next_argument_++];
    std::error_code error;
    if (argument == "-" || !fs::is_directory(argument, error) || (is_whole_ && is_whole_(argument)))
        return InputFile{argument, argument, true, {}};
    named_directory_ = true;
    auto failed = enter({argument, {}});
    named_directory_ = false;
    return failed;
}

std::optional<InputFile> InputWalk::next() {
    for (;;) {
        while (!pending_.empty() && pending_.back().empty()) pending_.pop_back();
        if (pending_.empty()) {
            if (next_argument_ == arguments_.size()) return std::nullopt;
            if (auto file = from_argument()) return file;
            continue;
        }
        Entry entry = std::move(pending_.back().back());
        pending_.back().pop_back();
        std::error_code error;
        const fs::file_status link = fs::symlink_status(entry.path, error);
        if (fs::is_directory(link)) {
            if (auto failed = enter(entry)) return failed;
            continue;
        }
        if (!fs::is_regular_file(fs::status(entry.path, error))) continue;
        if (is_wanted(entry.id)) return InputFile{entry.path, entry.id, false, {}};
    }
}

}  // namespace lede::reading
