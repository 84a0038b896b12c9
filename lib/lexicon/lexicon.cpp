#include "lexicon/lexicon.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

// The pack that `lede-compile-data` made of data/, embedded by embedded_data.S.
extern "C" {
extern const char lede_data_begin[];
extern const char lede_data_end[];
}

namespace lede {
namespace {

std::string read_whole(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string content(std::istreambuf_iterator<char>(file), {});
    if (!file) throw std::runtime_error(path.string() + ": cannot be read");
    return content;
}

}  // namespace

Lexicon::Lexicon()
    : builtin_(std::string_view(lede_data_begin,
                                static_cast<std::size_t>(lede_data_end - lede_data_begin))) {}

Lexicon::Lexicon(const std::filesystem::path& overrides) : Lexicon() {
    std::vector<std::pair<std::string, std::string>> entries;
    for (const auto& file : std::filesystem::recursive_directory_iterator(overrides)) {
        if (!file.is_regular_file()) continue;
        const std::string name = std::filesystem::relative(file.path(), overrides).string();
        for (auto& entry : lexicon::compile_data_file(name, read_whole(file.path()))) {
            if (!builtin_.find(entry.first) && !entry.first.ends_with(".phrases"))
                throw std::runtime_error(file.path().string() +
                                         ": no table of this name to override");
            entries.push_back(std::move(entry));
        }
    }
    override_bytes_ = std::make_shared<const std::string>(lexicon::make_pack(std::move(entries)));
    overrides_ = lexicon::Pack(*override_bytes_);
}

std::string_view Lexicon::file(std::string_view name) const {
    if (const auto data = overrides_.find(name)) return *data;
    if (const auto data = builtin_.find(name)) return *data;
    throw std::runtime_error("no data file " + std::string(name));
}

bool Lexicon::has(std::string_view name) const {
    return overrides_.find(name).has_value() || builtin_.find(name).has_value();
}

lexicon::Table Lexicon::table(std::string_view name) const {
    return lexicon::Table(file(std::string(name) + ".table"));
}

lexicon::PhraseIndex Lexicon::phrases(std::string_view name) const {
    return lexicon::PhraseIndex(file(std::string(name) + ".phrases"));
}

std::vector<std::string> Lexicon::entries() const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < builtin_.size(); ++i) names.emplace_back(builtin_.name(i));
    for (std::size_t i = 0; i < overrides_.size(); ++i) names.emplace_back(overrides_.name(i));
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace lede
