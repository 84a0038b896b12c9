#include "bad_articles.h"

#include <fmt/format.h>

#include <utility>

#include "message.h"
#include "text/utf8.h"
#include "tool.h"
#include "writing/json_writer.h"

namespace lede::tools {
namespace {

constexpr std::uint64_t kMostTold = 10;  // of articles alike

bool is_whole_input(const Error& error) { return error.record == 0; }

std::string message_of(const Error& error) {
    if (is_whole_input(error)) return fmt::format("{}: {}", error.source, error.what);
    return fmt::format("{}:{}: {} (byte {}, article skipped)", error.source, error.record,
                       error.what, error.position);
}

std::string json_of(const Error& error) {
    std::string line;
    writing::JsonWriter json(line);
    json.begin_object();
    json.key("source").string(utf8::repair(error.source));
    if (!is_whole_input(error)) {
        json.key("record").number(error.record);
        json.key("byte").number(error.position);
    }
    json.key("reason").string(utf8::repair(error.what));
    json.end_object();
    return line + '\n';
}

}  // namespace

BadArticles::BadArticles(std::string tool, const RunOptions& options)
    : tool_(std::move(tool)), options_(options) {
    if (!options.errors.empty()) file_ = std::make_unique<writing::Output>(options.errors);
}

bool BadArticles::report(const Error& error) {
    tell(error);
    restore(error);
    return !options_.strict;
}

void BadArticles::tell(const Error& error) {
    if (error.source != alike_.source || error.what != alike_.reason) {
        tell_rest();
        alike_ = {error.source, error.what, 0};
    }
    if (++alike_.count <= kMostTold) print_message(tool_, message_of(error));
}

void BadArticles::tell_rest() {
    if (alike_.count > kMostTold)
        print_message(tool_, fmt::format("{}: {} more like this (articles skipped; --errors FILE "
                                         "lists all)",
                                         alike_.source, alike_.count - kMostTold));
    alike_ = {};
}

void BadArticles::restore(const Error& error) {
    // Reasons that quote the input are not kinds: there is no end to them.
    constexpr std::size_t kMostKinds = 100;
    const std::string kind = utf8::repair(error.what.substr(0, error.what.find(':')));
    ++kinds_[kinds_.size() < kMostKinds || kinds_.contains(kind) ? kind : "other"];
    if (file_) file_->write(json_of(error));
    ++(is_whole_input(error) ? unreadable_ : skipped_);
}

void BadArticles::finish() {
    tell_rest();
    if (file_) file_->finish();
}

int BadArticles::exit_status() const {
    if (unreadable_ > 0) return kExitFailed;
    if (skipped_ == 0) return kExitDone;
    if (options_.strict) return kExitSkipped;
    return options_.max_bad.covers(skipped_, skipped_ + good_) ? kExitDone : kExitSkipped;
}

}  // namespace lede::tools
