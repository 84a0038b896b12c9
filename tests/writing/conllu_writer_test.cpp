#include "writing/conllu_writer.h"

#include <catch2/catch.hpp>

#include "pipeline/annotator.h"
#include "support/samples.h"

using namespace lede;

TEST_CASE("words stand in CoNLL-U with multiword tokens, spacing and names") {
    Document document;
    document.article = test::article_of("Kim didn't leave.");
    document.tokens = {{{0, 3}}, {{4, 7}}, {{7, 10}, true}, {{11, 16}}, {{16, 17}}};
    document.sentences = {{.span = {0, 17}, .first_token = 0, .last_token = 5, .block = 0}};
    document.mentions.push_back({.place = {.span = {0, 3}}});
    std::string out;
    writing::ConlluWriter(OffsetUnit::kBytes).append(document, out);
    CHECK(out ==
          "# newdoc id = test\n# sent_id = test-1\n# text = Kim didn't leave.\n"
          "1\tKim\t_\t_\t_\t_\t_\t_\t_\tEntity=B-PERSON|TokenRange=0:3\n"
          "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tTokenRange=4:10\n"
          "2\tdid\t_\t_\t_\t_\t_\t_\t_\tTokenRange=4:7\n"
          "3\tn't\t_\t_\t_\t_\t_\t_\t_\tTokenRange=7:10\n"
          "4\tleave\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=11:16\n"
          "5\t.\t_\t_\t_\t_\t_\t_\t_\tTokenRange=16:17\n\n");
}
