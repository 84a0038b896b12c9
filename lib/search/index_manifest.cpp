#include "search/index_manifest.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "search/checksum.h"
#include "search/durable_file.h"
#include "search/guarded_file.h"

namespace lede::search {
namespace {

constexpr const char* kName = "/manifest";
constexpr const char* kHead = "lede-index 1";

std::string end_line(std::string_view lines) {
    std::ostringstream line;
    line << "end " << std::hex << std::uppercase << crc32c(lines) << '\n';
    return line.str();
}

}  // namespace

IndexManifest IndexManifest::read(const std::string& folder) {
    const std::string path = folder + kName;
    std::ifstream file(path, std::ios::binary);
    if (!file) throw IndexError(folder + ": is no index: it has no manifest");
    std::stringstream content;
    content << file.rdbuf();
    const std::string text = content.str();
    const std::size_t end = text.rfind("end ");
    if (end == std::string::npos || text.substr(end) != end_line(text.substr(0, end)))
        throw IndexError(path + ": is damaged: build the index anew");
    IndexManifest manifest;
    std::istringstream lines(text.substr(0, end));
    std::string line;
    if (!std::getline(lines, line) || line != kHead)
        throw IndexError(path + ": is of another version of lede: build the index anew");
    while (std::getline(lines, line)) {
        std::istringstream cells(line);
        std::string word;
        SegmentEntry entry;
        if (cells >> word >> entry.file >> entry.documents >> entry.tokens && word == "segment")
            manifest.segments.push_back(std::move(entry));
    }
    return manifest;
}

void IndexManifest::write(const std::string& folder) const {
    std::string text = std::string(kHead) + '\n';
    for (const SegmentEntry& segment : segments)
        text += "segment " + segment.file + ' ' + std::to_string(segment.documents) + ' ' +
                std::to_string(segment.tokens) + '\n';
    text += end_line(text);
    const std::string part = folder + kName + ".part";
    write_durably(part, text);
    std::error_code error;
    std::filesystem::rename(part, folder + kName, error);
    if (error) throw IndexError(folder + kName + ": " + error.message());
    sync_folder(folder);
}

bool is_index(const std::string& path) {
    std::error_code error;
    return std::filesystem::is_regular_file(path + kName, error);
}

}  // namespace lede::search
