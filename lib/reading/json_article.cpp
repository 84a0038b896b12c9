#include "reading/json_article.h"

#include "reading/json_record.h"
#include "reading/lede_record.h"
#include "text/utf8.h"

#include <utility>

namespace lede::reading {

std::optional<Error> JsonArticleReader::read(const std::string& bytes, Article& article) const {
    std::string repaired = utf8::repair(bytes);
    if (repaired.starts_with("\xEF\xBB\xBF")) repaired.erase(0, 3);
    Result<JsonRecord> record = parse_json_record(repaired);
    if (!record) {
        // Python writes numbers that JSON does not have.
        const Error error = record.error();
        std::string without = without_nan(repaired);
        if (without.size() == repaired.size() && without == repaired) return error;
        repaired = std::move(without);
        record = parse_json_record(repaired);
        if (!record) return error;
    }
    if (is_lede_record(record.value()))
        return read_lede_record(record.value(), text_required_, article);
    return fields_.take_all(record.value(), article);
}

}  // namespace lede::reading
