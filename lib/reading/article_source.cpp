#include "reading/article_source.h"

#include <utility>

#include "reading/byte_window.h"
#include "reading/format_detector.h"
#include "reading/input_walk.h"
#include "reading/record_cutter.h"
#include "reading/unpacker.h"

namespace lede::reading {
struct ArticleSource::State {
    InputWalk walk;
    SourceOptions options;
    InputShare share;
    InputFile file;
    std::unique_ptr<RecordSupply> supply = nullptr;  // where the file is a whole folder
    std::unique_ptr<Unpacker> unpacker;
    PlainInput input;  // the member that is being read
    std::unique_ptr<RecordCutter> cutter;
    std::uint64_t passed_over = 0;
    std::size_t records = 0;  // of the share, so far

    // An Error where the file as a whole cannot be read. One that was found and not named is one
    // article among many: it has a number.
    Error file_error(std::string what) const {
        return {file.path, file.named ? 0U : 1U, 0, std::move(what)};
    }

    // Opens the next file; an Error if that fails, nothing to report otherwise.
    std::optional<Error> open_file() {
        if (!file.error.empty()) return file_error(file.error);
        if (file.named && options.folders.are_at && options.folders.are_at(file.path)) {
            supply = options.folders.open(file.path);
            return std::nullopt;
        }
        std::string why;
        auto stream = reading::open_file(file.path, why);
        if (!stream) return file_error(why);
        unpacker = std::make_unique<Unpacker>(std::move(stream), std::string(), options.by_line);
        return std::nullopt;
    }

    // Begins with the next member of the open file; an Error if it is of a kind that is not read.
    std::optional<Error> open_member(PlainInput member) {
        input = std::move(member);
        const std::string_view head = input.window->fill(kDetectorHead);
        if (const std::string_view kind = kind_not_read(head);
            !kind.empty() && options.format == Format::kAuto) {
            if (!file.named || !input.name.empty()) {
                ++passed_over;
                return std::nullopt;
            }
            return file_error("is " + std::string(kind) + ", which is not read");
        }
        const Format format = options.format != Format::kAuto
                                  ? options.format
                                  : detect_format(head, file.path + input.name);
        cutter = make_cutter(format, *input.window, {options.max_article, options.lines});
        return std::nullopt;
    }

    // What the stream has to report when the cutter is done with it.
    std::optional<Error> close_member() {
        cutter.reset();
        const std::string_view what = input.window->error();
        if (what.empty()) return std::nullopt;
        return Error{file.path + input.name, 1, input.window->position(), std::string(what)};
    }

    Result<RawRecord> named(Result<RawRecord> result) const {
        if (!result) {
            Error error = result.error();
            error.source = file.path + input.name;
            return error;
        }
        RawRecord record = std::move(result.value());
        record.source = file.path + input.name;
        record.path_id = file.id + input.name;
        if (!record.only_record) record.path_id += '#' + std::to_string(record.record);
        return record;
    }
};

ArticleSource::ArticleSource(std::vector<std::string> paths, const SourceOptions& options)
    : state_(std::make_unique<State>(
          State{.walk = InputWalk(paths, options.include, options.exclude, options.folders.are_at),
                .options = options,
                .share = InputShare(options.share),
                .file = {},
                .unpacker = nullptr,
                .input = {},
                .cutter = nullptr})) {
    if (options.share.of > 1)
        state_->share.measure(
            InputWalk(std::move(paths), options.include, options.exclude, options.folders.are_at));
}
ArticleSource::~ArticleSource() = default;

std::uint64_t ArticleSource::files_passed_over() const { return state_->passed_over; }

std::optional<Result<RawRecord>> ArticleSource::next() {
    State& state = *state_;
    while (auto record = next_of_all()) {
        // A stretch of an unpacked file is found by its place; all else goes with the file.
        const bool undivided = !state.unpacker || state.input.packed;
        const std::uint64_t position =
            *record ? record->value().position : record->error().position;
        if (state.share.holds(position, undivided)) {
            const std::size_t number = state.records++;
            const auto& left_out = state.options.left_out;
            if (!left_out || number >= left_out->size() || !(*left_out)[number]) return record;
        } else if (state.share.is_past(position, undivided))
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Result<RawRecord>> ArticleSource::next_of_all() {
    State& state = *state_;
    for (;;) {
        if (state.supply) {
            auto record = state.supply->next();
            if (record && *record) record->value().source = state.file.path;
            if (record) return record;
            state.supply.reset();
        }
        if (state.cutter) {
            if (auto result = state.cutter->next()) return state.named(std::move(*result));
            if (auto error = state.close_member()) return Result<RawRecord>(std::move(*error));
        }
        if (state.unpacker) {
            if (auto member = state.unpacker->next()) {
                if (!*member) {
                    Error error = member->error();
                    error.source = state.file.path + error.source;
                    return Result<RawRecord>(std::move(error));
                }
                if (auto error = state.open_member(std::move(member->value())))
                    return Result<RawRecord>(std::move(*error));
                continue;
            }
            state.unpacker.reset();
        }
        auto file = state.walk.next();
        if (!file) return std::nullopt;
        state.file = std::move(*file);
        state.share.enter_file(state.file.path);
        if (!state.share.may_hold_some()) continue;
        if (auto error = state.open_file()) return Result<RawRecord>(std::move(*error));
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
