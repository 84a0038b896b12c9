#include "reading/article_source.h"

#include <utility>

#include "reading/byte_window.h"
#include "reading/input_walk.h"
#include "reading/record_cutter.h"

namespace lede::reading {
namespace {

constexpr std::size_t kHead = 4096;  // bytes that show what an input is

}  // namespace

struct ArticleSource::State {
    InputWalk walk;
    SourceOptions options;
    InputFile file;
    std::unique_ptr<ByteWindow> window;
    std::unique_ptr<RecordCutter> cutter;

    // Opens the next file; an Error if that fails, nothing to report otherwise.
    std::optional<Error> open() {
        if (!file.error.empty()) return whole_file_error(file.error);
        std::string why;
        auto stream = open_file(file.path, why);
        if (!stream) return whole_file_error(why);
        window = std::make_unique<ByteWindow>(std::move(stream));
        const Format format = options.format != Format::kAuto
                                  ? options.format
                                  : detect_format(window->fill(kHead), file.path);
        cutter = make_cutter(format, *window, {options.max_article});
        return std::nullopt;
    }

    // A file that was found and not named is one article among many: it has a number.
    Error whole_file_error(std::string what) const {
        return {file.path, file.named ? 0U : 1U, 0, std::move(what)};
    }

    // What the stream has to report when the cutter is done with it.
    std::optional<Error> close() {
        std::optional<Error> error;
        if (const std::string_view what = window->error(); !what.empty())
            error = Error{file.path, 0, window->position(), std::string(what)};
        cutter.reset();
        window.reset();
        return error;
    }

    Result<RawRecord> named(Result<RawRecord> result) const {
        if (!result) {
            Error error = result.error();
            error.source = file.path;
            return error;
        }
        RawRecord record = std::move(result.value());
        record.source = file.path;
        record.path_id = file.id;
        if (!record.only_record) record.path_id += '#' + std::to_string(record.record);
        return record;
    }
};

ArticleSource::ArticleSource(std::vector<std::string> paths, SourceOptions options)
    : state_(std::make_unique<State>(State{
          InputWalk(std::move(paths), options.include, options.exclude), options, {}, {}, {}})) {}
ArticleSource::~ArticleSource() = default;

std::optional<Result<RawRecord>> ArticleSource::next() {
    State& state = *state_;
    for (;;) {
        if (state.cutter) {
            if (auto result = state.cutter->next()) return state.named(std::move(*result));
            if (auto error = state.close()) return Result<RawRecord>(std::move(*error));
        }
        auto file = state.walk.next();
        if (!file) return std::nullopt;
        state.file = std::move(*file);
        if (auto error = state.open()) return Result<RawRecord>(std::move(*error));
    }
}

Result<std::vector<std::string>> read_files0(const std::string& list) {
    std::string why;
    auto stream = open_file(list, why);
    if (!stream) return Error{list, 0, 0, why};
    ByteWindow window(std::move(stream));
    while (window.grow()) {
    }
    if (!window.error().empty()) return Error{list, 0, 0, std::string(window.error())};
    std::vector<std::string> names;
    std::string_view rest = window.view();
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\0'), rest.size());
        if (end > 0) names.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return names;
}

}  // namespace lede::reading
