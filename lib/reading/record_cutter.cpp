#include "reading/record_cutter.h"

#include <utility>

#include "reading/line_cutter.h"
#include "reading/whole_cutter.h"

namespace lede::reading {

std::unique_ptr<RecordCutter> make_cutter(Format format, ByteWindow& window, CutterLimits limits) {
    switch (format) {
        case Format::kLines:
        case Format::kJsonl:
        case Format::kLede:
            return std::make_unique<LineCutter>(format, window, limits);
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
