// The table of word kinds from a small dictionary and a text.
#include "training/word_kind_builder.h"

#include <catch2/catch.hpp>
#include <string>

#include "learning/feature_sequence.h"
#include "learning/word_classes.h"
#include "support/temporary_folder.h"
#include "tokens/word_kinds.h"

using namespace lede;

TEST_CASE("words of the dictionary have kinds by their forms, if a text holds them") {
    const test::TemporaryFolder folder;
    folder.write("index.noun", "  1 a licence\ntalk n 1\nreply n 1\nout_of n 1\nzebra n 1\n");
    folder.write("index.verb", "talk v 1\nreply v 1\nhope v 1\ngo v 1\nsay v 1\n");
    folder.write("index.adj", "large a 1\nsaid a 1\n");
    folder.write("index.adv", "away r 1\n");
    folder.write("noun.exc", "");
    folder.write("verb.exc", "said say\nwent go\n");
    folder.write("adj.exc", "");
    folder.write("adv.exc", "");
    folder.write(
        "cntlist.rev",
        "talk%2:32:00:: 1 40\ntalk%1:10:00:: 1 4\nsay%2:32:00:: 1 90\nsaid%3:00:00:: 1 1\n");
    const Lexicon lexicon;
    training::WordKindBuilder builder(lexicon);
    builder.add_dictionary(folder.path());
    Article article;
    article.text = "Talk went away, replies to larger talks hoping, she said";
    article.blocks.push_back({make_span(0, article.text.size()), {}});
    builder.add(article);
    const std::string bytes = builder.build();
    const learning::WordClasses kinds(bytes);
    const auto of = [&](std::string_view word) {
        return unsigned{kinds.find(learning::hash_bytes(word))};
    };
    CHECK(of("talk") == (tokens::kNounBase | tokens::kVerbBase | 1U << tokens::kMostlyShift));
    CHECK(of("talks") == (tokens::kNounPlural | tokens::kVerbThird | 1U << tokens::kMostlyShift));
    CHECK(of("replies") == (tokens::kNounPlural | tokens::kVerbThird));
    CHECK(of("said") == (tokens::kVerbPast | tokens::kAdjective | 1U << tokens::kMostlyShift));
    CHECK(of("went") == tokens::kVerbPast);
    CHECK(of("hoping") == tokens::kVerbIng);
    CHECK(of("larger") == tokens::kAdjective);
    CHECK(of("away") == tokens::kAdverb);
    CHECK(of("zebra") == 0);
}
