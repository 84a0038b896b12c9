#include "writing/brat_folder.h"

#include <filesystem>
#include <stdexcept>

#include "text/unicode.h"
#include "writing/cells.h"
#include "writing/output.h"

namespace lede::writing {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNameBytes = 100;

bool is_plain(char c) {
    return unicode::is_ascii_letter(c) || unicode::is_ascii_digit(c) || c == '-' || c == '.' ||
           c == '_';
}

void write_file(const std::string& path, std::string_view content) {
    Output output(path);
    output.write(content);
    output.finish();
}

}  // namespace

std::string file_name_for(std::string_view id) {
    std::string name;
    for (const char c : id) {
        if (is_plain(c) && !(c == '.' && name.empty()))
            name += c;
        else if (!name.empty() && name.back() != '_')
            name += '_';
    }
    // The end of a long id tells more than its begin: https://example.org/2024/03/…
    if (name.size() > kMostNameBytes) name.erase(0, name.size() - kMostNameBytes);
    while (name.starts_with('.') || name.starts_with('_') || name.starts_with('-'))
        name.erase(0, 1);
    if (name.ends_with(".txt")) name.resize(name.size() - 4);
    return name.empty() ? "article" : name;
}

BratFolder::BratFolder(const std::string& path, const Lexicon& lexicon)
    : path_(path.ends_with('/') ? path : path + '/'), lexicon_(lexicon) {
    std::error_code failed;
    fs::create_directories(path_, failed);
    if (failed) throw OutputError(path_ + ": cannot be made: " + failed.message());
}

void BratFolder::write(std::string_view part) {
    CellReader reader(part);
    while (reader.next_row()) {
        const auto next = [&] { return std::get<std::string_view>(*reader.next_cell()); };
        const std::string plain = file_name_for(next());
        std::string name = plain;
        for (int i = 2; !taken_.insert(name).second; ++i) name = plain + '~' + std::to_string(i);
        write_file(path_ + name + ".txt", next());
        write_file(path_ + name + ".ann", next());
    }
}

void BratFolder::finish() {
    write_file(path_ + "annotation.conf", lexicon_.file("writing/annotation.conf"));
}

}  // namespace lede::writing
