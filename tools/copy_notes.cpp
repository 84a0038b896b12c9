#include "copy_notes.h"

#include "reading/json_text.h"
#include "writing/json_writer.h"

namespace lede::tools {
namespace {

// The id of a record that lede-extract wrote, as JSON: it stands right after the header.
std::string id_in(const std::string& record) {
    constexpr std::string_view kBefore = "},\"id\":";
    const std::size_t at = record.find(kBefore) + kBefore.size();
    return record.substr(at, reading::string_size(std::string_view(record).substr(at)));
}

}  // namespace

void CopyNotes::note(const duplicates::Fingerprint& print, std::string& record) {
    const std::uint32_t number = finder_.size();
    const auto match = finder_.add(print);
    if (!match) {
        if (print.triples > 0) ids_.emplace(number, id_in(record));
        return;
    }
    std::string keys = ",\"same_as\":" + ids_.at(match->original) + ",\"similarity\":";
    writing::JsonWriter(keys).share(static_cast<float>(match->similarity));
    record.insert(record.rfind('}'), keys);
}

}  // namespace lede::tools
