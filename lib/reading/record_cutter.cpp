#include "reading/record_cutter.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "reading/csv_cutter.h"
#include "reading/json_cutter.h"
#include "reading/line_cutter.h"
#include "reading/section_cutter.h"
#include "reading/warc_cutter.h"
#include "reading/whole_cutter.h"

namespace lede::reading {
namespace {

constexpr std::size_t kHead = std::size_t{64} << 10;  // shows whether JSON objects fill one line

}  // namespace

std::unique_ptr<RecordCutter> make_cutter(Format format, ByteWindow& window,
                                          const CutterLimits& limits) {
    switch (format) {
        case Format::kJsonl: {
            std::string_view head = window.fill(kHead);
            head.remove_prefix(
                std::min(head.find_first_not_of("\xEF\xBB\xBF \t\r\n"), head.size()));
            if (head.starts_with('[') || (head.starts_with('{') && !is_one_object_a_line(head)))
                return std::make_unique<JsonCutter>(window, limits);
            return std::make_unique<LineCutter>(format, window, limits);
        }
        case Format::kLines:
        case Format::kLede:
            return std::make_unique<LineCutter>(format, window, limits);
        case Format::kCsv:
            return std::make_unique<CsvCutter>(window, limits);
        case Format::kWarc:
            return std::make_unique<WarcCutter>(window, limits);
        case Format::kVrt:
            return std::make_unique<SectionCutter>(format, window, limits);
        case Format::kMail:
            if (window.fill(kHead).starts_with("From "))
                return std::make_unique<SectionCutter>(format, window, limits);
            return std::make_unique<WholeCutter>(format, window, limits);
        default:
            return std::make_unique<WholeCutter>(format, window, limits);
    }
}

std::string too_large(std::uint64_t max_article) {
    const std::uint64_t mebibytes = max_article >> 20;
    const std::string size = mebibytes > 0 && mebibytes << 20 == max_article
                                 ? std::to_string(mebibytes) + " MiB"
                                 : std::to_string(max_article) + " bytes";
    return "is larger than " + size + " (--max-article)";
}

}  // namespace lede::reading
