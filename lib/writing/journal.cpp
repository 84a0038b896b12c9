#include "writing/journal.h"

#include <fcntl.h>
#include <simdjson.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

#include "text/utf8.h"
#include "writing/json_writer.h"
#include "writing/output.h"
#include "writing/record_writer.h"

namespace lede::writing {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view kEndLine = "{\"end\":true}\n";

std::string head_line(const std::vector<std::string>& run) {
    std::string line;
    JsonWriter json(line);
    json.begin_object();
    json.key("lede").begin_object();
    json.key("schema").number(kRecordSchema);
    json.end_object();
    json.key("version").string(LEDE_VERSION);
    json.key("run").begin_array();
    for (const std::string& word : run) json.string(utf8::repair(word));
    json.end_array();
    json.end_object();
    return line + '\n';
}

std::uint64_t number_at(const object& fields, std::string_view key) {
    std::uint64_t number = 0;
    return fields[key].get(number) == simdjson::SUCCESS ? number : 0;
}

std::string string_at(const object& fields, std::string_view key) {
    std::string_view text;
    return fields[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

}  // namespace

std::string line_of(const PartEntry& entry) {
    std::string line;
    JsonWriter json(line);
    json.begin_object();
    json.key("part").number(entry.part);
    json.key("counts").begin_object();
    for (std::size_t i = 0; i < pipeline::kCountNames.size(); ++i)
        json.key(pipeline::kCountNames[i]).number(entry.counts[static_cast<pipeline::Count>(i)]);
    json.end_object();
    json.key("errors").begin_array();
    for (const Error& error : entry.errors) {
        json.begin_object();
        json.key("source").string(utf8::repair(error.source));
        json.key("record").number(error.record);
        json.key("byte").number(error.position);
        json.key("reason").string(utf8::repair(error.what));
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return line + '\n';
}

Result<PartEntry> parse_part_entry(std::string_view line) {
    simdjson::dom::parser parser;
    object fields;
    object counts;
    simdjson::dom::array errors;
    std::uint64_t part = 0;
    if (parser.parse(line.data(), line.size()).get(fields) != simdjson::SUCCESS ||
        fields["part"].get(part) != simdjson::SUCCESS ||
        fields["counts"].get(counts) != simdjson::SUCCESS ||
        fields["errors"].get(errors) != simdjson::SUCCESS)
        return Error{.what = "is no line of a journal"};
    PartEntry entry;
    entry.part = part;
    for (std::size_t i = 0; i < pipeline::kCountNames.size(); ++i)
        entry.counts[static_cast<pipeline::Count>(i)] = number_at(counts, pipeline::kCountNames[i]);
    for (const element item : errors) {
        object error;
        if (item.get(error) != simdjson::SUCCESS) return Error{.what = "is no line of a journal"};
        entry.errors.push_back({string_at(error, "source"), number_at(error, "record"),
                                number_at(error, "byte"), string_at(error, "reason")});
    }
    return entry;
}

Journal::Journal(std::string path, const std::vector<std::string>& run) : path_(std::move(path)) {
    std::string bytes;
    if (std::ifstream file(path_, std::ios::binary); file)
        bytes.assign(std::istreambuf_iterator<char>(file), {});
    // A line that a crash cut off was not done.
    const std::size_t whole = bytes.rfind('\n') + 1;
    const std::string head = head_line(run);
    if (whole > 0) read(std::string_view(bytes).substr(0, whole), head);
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (descriptor_ < 0 || ::ftruncate(descriptor_, static_cast<off_t>(whole)) != 0)
        fail(std::string("cannot be written: ") + std::strerror(errno));
    if (whole == 0) write_line(head);
}

Journal::~Journal() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void Journal::read(std::string_view bytes, const std::string& head) {
    if (!bytes.starts_with(head))
        fail(
            "is of another run: its version, options or inputs differ (remove the folder, or "
            "name another)");
    bytes.remove_prefix(head.size());
    while (!bytes.empty()) {
        const std::size_t size = bytes.find('\n') + 1;
        const std::string_view line = bytes.substr(0, size);
        bytes.remove_prefix(size);
        finished_ = line == kEndLine;
        if (finished_) continue;
        Result<PartEntry> entry = parse_part_entry(line);
        if (!entry || entry.value().part != parts_.size()) fail("is broken");
        parts_.push_back(std::move(entry.value()));
    }
}

void Journal::add(const PartEntry& entry) {
    write_line(line_of(entry));
    parts_.push_back(entry);
}

void Journal::finish() {
    if (!finished_) write_line(std::string(kEndLine));
    finished_ = true;
}

void Journal::write_line(const std::string& line) {
    for (std::string_view rest = line; !rest.empty();) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(std::string("cannot be written: ") + std::strerror(errno));
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(descriptor_) != 0) fail(std::string("cannot be written: ") + std::strerror(errno));
}

void Journal::fail(const std::string& why) const { throw OutputError(path_ + ": " + why); }

}  // namespace lede::writing
