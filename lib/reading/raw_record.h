// RawRecord: the bytes of one article as they stood in the input, before they are parsed.
//
// Reading is split in two, so that one thread can feed many: a source cuts its input into raw
// records (cheap, in order, flat memory), and workers parse each record into an Article (JSON,
// HTML, encodings; `article_parser.h`).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace lede::reading {

enum class Format : std::uint8_t {
    kAuto,
    kText,
    kLines,
    kHtml,
    kJsonl,
    kCsv,
    kVrt,
    kWarc,
    kLede,
    kOffice,  // DOCX, ODT
    kMail,    // one message, or a mail box of them
};

struct RawRecord {
    std::string source;          // file as named by the user or found below a directory; "-": stdin
    std::string path_id;         // id to use when the record gives none
    std::uint64_t record = 1;    // 1-based number in its file
    bool only_record = true;     // false where the file may hold several: ids get "#n"
    std::uint64_t position = 0;  // byte offset of `bytes` in the (decompressed) source
    Format format = Format::kText;
    std::string bytes;
    std::shared_ptr<const std::vector<std::string>> columns = nullptr;  // CSV: the header row
    char separator = ',';                                               // CSV: between cells
    std::string url = {};           // crawls: the address the page was fetched from
    std::string content_type = {};  // crawls: of a block that is no HTTP message
    // What the container says of the record, for `meta`.
    std::vector<std::pair<std::string, std::string>> fields = {};
};

}  // namespace lede::reading
