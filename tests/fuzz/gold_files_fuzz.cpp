// Any bytes are either read as gold files (CoNLL-U, BIO, records) or refused with an exception.
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string_view>

#include "evaluation/bio_text.h"
#include "evaluation/quote_scores.h"
#include "evaluation/records.h"
#include "evaluation/token_scores.h"
#include "learning/treebank.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    evaluation::parse_bio(bytes, 1);
    try {
        evaluation::score_tokens(learning::parse_conllu("fuzz", bytes), {});
    } catch (const std::runtime_error&) {
    }
    try {
        const auto records = evaluation::parse_records("fuzz", bytes);
        evaluation::score_quotes(records, records);
    } catch (const std::runtime_error&) {
    }
    return 0;
}
