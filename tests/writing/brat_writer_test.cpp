#include "writing/brat_writer.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/samples.h"
#include "support/temporary_folder.h"
#include "writing/brat_folder.h"

using namespace lede;
using namespace lede::writing;
namespace fs = std::filesystem;

TEST_CASE("annotations carry offsets in code points, and one line each") {
    const Lexicon lexicon;
    const pipeline::Annotator annotator(lexicon, {});
    const Document document = annotator.annotate(
        test::article_of("“The river was clean,” Ana Peña of Ohio said on March 3, 2021."));
    const std::string lines = brat_annotations(document);
    CHECK_THAT(lines, Catch::Contains("\tPERSON 23 31\tAna Peña\n"));
    CHECK_THAT(lines, Catch::Contains("\tGPE 35 39\tOhio\n"));
    CHECK_THAT(lines, Catch::Contains("\tDATE 48 61\tMarch 3, 2021\n"));
    CHECK_THAT(lines, Catch::Contains("\tDIRECT_QUOTE 1 21\tThe river was clean,\n"));
    CHECK_THAT(lines, Catch::Contains("\tSpeaker Arg1:"));
}

TEST_CASE("an annotation across lines is one of fragments") {
    Document document;
    document.article.text = "the Ministry of\nRiver\tTrade";
    document.mentions = {{.place = {.span = {4, 27}}, .type = EntityType::kOrg}};
    CHECK(brat_annotations(document) == "T1\tORG 4 15;16 27\tMinistry of River Trade\n");
}

TEST_CASE("an id makes a plain file name that never leaves its folder") {
    CHECK(file_name_for("../../etc/passwd") == "etc_passwd");
    CHECK(file_name_for("corpus/vote.txt") == "corpus_vote");
    CHECK(file_name_for("https://example.org/2024/a?b=c") == "https_example.org_2024_a_b_c");
    CHECK(file_name_for("..") == "article");
    CHECK(file_name_for("") == "article");
    CHECK(file_name_for(std::string_view("a\0b", 3)) == "a_b");
    CHECK(file_name_for(std::string(500, 'x')).size() == 100);
}

TEST_CASE("articles of one name get files of their own") {
    const test::TemporaryFolder temporary;
    const std::string path = temporary.file("brat");
    const Lexicon lexicon;
    Document document;
    document.article.text = "Kim said no.";
    BratFolder folder(path, lexicon);
    for (const char* id : {"a/1.txt", "a_1", "../a/1"}) {
        document.article.id = id;
        std::string part;
        BratWriter().append(document, part);
        folder.write(part);
    }
    folder.finish();
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(path)) names.insert(entry.path().filename());
    CHECK(names == std::set<std::string>{"a_1.ann", "a_1.txt", "a_1~2.ann", "a_1~2.txt",
                                         "a_1~3.ann", "a_1~3.txt", "annotation.conf"});
}
