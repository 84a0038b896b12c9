#include "search_lines.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <vector>

#include "message.h"
#include "reading/input_walk.h"
#include "search/line_search.h"
#include "search_query.h"
#include "tool.h"
#include "writing/output.h"

namespace lede::tools {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;

class LineRun {
  public:
    LineRun(const SearchOptions& options, const search::LineSearch& search)
        : options_(options), search_(search), output_(options.output) {}

    void add(const reading::InputFile& file) {
        const std::string& path = file.path;
        if (!file.error.empty()) return complain(path, file.error);
        prefix_ = options_.input.paths.size() > 1 || !file.named ? escape_controls(path) + ':' : "";
        const bool is_input = path == "-";
        const int descriptor = is_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0) return complain(path, std::strerror(errno));
        lines_ = 0;
        const bool is_read = read(descriptor);
        if (!is_read) complain(path, std::strerror(errno));
        if (!is_input) ::close(descriptor);
        if (!is_read) return;
        total_ += lines_;
        if (options_.report == SearchReport::kCount)
            output_.write(prefix_ + std::to_string(lines_) + '\n');
        if (options_.report == SearchReport::kIds && lines_ > 0)
            output_.write(escape_controls(path) + (options_.null_ids ? '\0' : '\n'));
    }

    int finish() {
        output_.finish();
        if (failed_) return kExitFailed;
        return total_ > 0 ? kExitDone : kExitNothingFound;
    }

  private:
    void complain(const std::string& path, const std::string& why) {
        print_message("lede-search", path + ": " + why);
        failed_ = true;
    }

    // Whole lines at a time; the beginning of the next one is kept. False if reading fails.
    bool read(int descriptor) {
        std::string buffer(kChunk, '\0');
        std::size_t held = 0;
        for (;;) {
            if (held == buffer.size()) buffer.resize(buffer.size() * 2);
            const ssize_t got = ::read(descriptor, buffer.data() + held, buffer.size() - held);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) return false;
            const std::size_t size = held + static_cast<std::size_t>(got);
            const std::string_view read(buffer.data(), size);
            const std::size_t newline = got == 0 ? size : read.rfind('\n') + 1;
            if (!look(read.substr(0, newline)) || got == 0) return true;
            std::memmove(buffer.data(), buffer.data() + newline, size - newline);
            held = size - newline;
        }
    }

    // False: nothing more is wanted.
    bool look(std::string_view text) {
        if (options_.report == SearchReport::kCount && !options_.invert && options_.max_hits == 0) {
            lines_ += search_.count(text);
            return true;
        }
        std::size_t done = 0;
        search_.each(text, [&](const search::LineSearch::Line& line) {
            const bool more = !options_.invert || put_others(text.substr(0, line.begin), done);
            done = line.end + 1;
            return more && (options_.invert || put(text.substr(line.begin, line.end - line.begin)));
        });
        if (options_.invert && wanted()) put_others(text, done);
        return wanted();
    }

    bool put_others(std::string_view text, std::size_t from) {
        while (from < text.size()) {
            const std::size_t end = std::min(text.find('\n', from), text.size());
            if (!put(text.substr(from, end - from))) return false;
            from = end + 1;
        }
        return true;
    }

    bool put(std::string_view line) {
        ++lines_;
        if (options_.report == SearchReport::kHits) {
            output_.write(prefix_);
            output_.write(line);
            output_.write("\n");
        }
        return wanted();
    }

    bool wanted() const {
        if (options_.report == SearchReport::kIds || options_.report == SearchReport::kNothing)
            return lines_ == 0;
        return options_.max_hits == 0 || lines_ < options_.max_hits;
    }

    const SearchOptions& options_;
    const search::LineSearch& search_;
    writing::Output output_;
    std::string prefix_;       // of lines of the file at hand
    std::uint64_t lines_ = 0;  // of the file at hand
    std::uint64_t total_ = 0;
    bool failed_ = false;
};

}  // namespace

int search_lines(SearchOptions& options) {
    const std::vector<std::string> patterns = take_query_texts(options);
    auto compiled = search::LineSearch::compile(
        patterns, {.ignore_case = options.parse.case_rule == search::CaseRule::kIgnore,
                   .fixed = options.fixed,
                   .whole_words = options.whole_words});
    if (const auto* error = std::get_if<search::QueryError>(&compiled))
        throw UsageError{error->what};
    if (options.report == SearchReport::kRecords) throw UsageError{"--lines knows no records"};
    options.input.paths = options.operands;
    if (options.input.paths.empty()) options.input.paths.emplace_back("-");
    LineRun run(options, std::get<search::LineSearch>(compiled));
    reading::InputWalk files(options.input.paths, options.input.source.include,
                             options.input.source.exclude);
    while (const auto file = files.next()) run.add(*file);
    return run.finish();
}

}  // namespace lede::tools
