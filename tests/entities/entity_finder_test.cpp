#include "entities/entity_finder.h"

#include <catch2/catch.hpp>

#include "pipeline/annotator.h"
#include "support/marked_text.h"

using namespace lede;

namespace {

Document annotate(const std::string& text) {
    const Lexicon lexicon;
    const pipeline::Annotator annotator(lexicon, {});
    Article article;
    article.text = text;
    article.published = "2019-02-20";
    article.blocks = {{make_span(0, text.size()), BlockKind::kParagraph}};
    return annotator.annotate(std::move(article));
}

// What the finder makes of the text under the marks, written with marks.
std::string marked(const std::string& expected) {
    const std::string text = test::parse_marked(expected).text;
    std::vector<test::MarkedSpan> spans;
    for (const Mention& mention : annotate(text).mentions)
        spans.push_back({mention.place.span, std::string(name_of(mention.type))});
    return test::write_marked(text, spans);
}

const Entity& entity_of(const Document& document, std::string_view text) {
    for (const Mention& mention : document.mentions)
        if (document.text_of(mention.place.span) == text) return document.entities[mention.entity];
    throw std::runtime_error("not found: " + std::string(text));
}

void check(const std::string& expected) { CHECK(marked(expected) == expected); }

}  // namespace

TEST_CASE("titles, articles and possessives stay outside a name") {
    check(
        "President [Donald Trump|PERSON] met the [North Korean|NORP] leader, [Kim Jong "
        "Un|PERSON].");
    check("The [Balkans|LOC] envoy read [Bill Clinton|PERSON]'s letter.");
}

TEST_CASE("organisations are known by their first or last word") {
    check("The [Ministry of Defense|ORG] wrote to [Harlow Systems Inc.|ORG] on Monday.");
}

TEST_CASE("a surname goes with the full name") {
    const Document document =
        annotate("Senator Maria Alvarez spoke first. Later, Alvarez said she would vote no.");
    CHECK(entity_of(document, "Alvarez").name == "Maria Alvarez");
    CHECK(entity_of(document, "Alvarez").gender == Gender::kFeminine);
}

TEST_CASE("an acronym goes with the name it abbreviates") {
    const Document document = annotate(
        "The International Atomic Energy Agency (IAEA) sent a team. The IAEA said it was ready.");
    CHECK(entity_of(document, "IAEA").name == "International Atomic Energy Agency");
}

TEST_CASE("names of one country share an entity and a link") {
    const Document document = annotate("The United States agreed. U.S. officials met in Vietnam.");
    CHECK(entity_of(document, "U.S.").name == "United States");
    CHECK(entity_of(document, "U.S.").link == "iso:US");
    CHECK(entity_of(document, "Vietnam").link == "iso:VN");
}

TEST_CASE("a name is found in headlines once the text has named it in full") {
    const Document document = annotate(
        "Otto Brandner Returns To The Ring. Otto Brandner, a boxer from Kansas, won his first "
        "fight on Friday. Brandner said he was happy.");
    CHECK(entity_of(document, "Brandner").name == "Otto Brandner");
    CHECK(entity_of(document, "Brandner").gender == Gender::kMasculine);
}

TEST_CASE("an acronym is no part of a person's name") {
    const Document document =
        annotate("Kim Jong Un met envoys. Kim smiled. A UN team left; the UN said it was over.");
    CHECK(entity_of(document, "Kim").name == "Kim Jong Un");
    CHECK(entity_of(document, "UN").type == EntityType::kOrg);
}

TEST_CASE("a surname of two people goes to the one named last, or whom the title tells") {
    const Document document = annotate(
        "Senator Bill Hartley met Governor Susan Hartley in Ohio. Mr. Hartley left early.");
    CHECK(document.entities[document.mentions.back().entity].name == "Bill Hartley");
}

TEST_CASE("a people has the link of its country, but is another thing") {
    const Document document =
        annotate("Vietnam won. The Vietnamese team went home; Germans and a German coach did not.");
    CHECK(entity_of(document, "Vietnam").type == EntityType::kGpe);
    CHECK(entity_of(document, "Vietnamese").type == EntityType::kNorp);
    CHECK(entity_of(document, "Vietnamese").link == "iso:VN");
    CHECK(&entity_of(document, "Germans") == &entity_of(document, "German"));
}

TEST_CASE("an article says other names of a thing") {
    const Document document = annotate(
        "The Harlow Roads Directorate (HARODIR) closed the bridge in Kano State on Monday. HARODIR "
        "said Otto Brandner, also known as Carl Weber, had asked for it. Officials in Kano "
        "were quiet. Weber was not.");
    CHECK(entity_of(document, "HARODIR").name == "Harlow Roads Directorate");
    CHECK(entity_of(document, "Kano").name == "Kano State");
    CHECK(&entity_of(document, "Weber") == &entity_of(document, "Otto Brandner"));
}

TEST_CASE("particles and numbers belong to a person's name") {
    const Document document = annotate(
        "Mayor Bill de Marco met King Harald IV in Oslo. Later de Marco praised Harald IV.");
    CHECK(entity_of(document, "de Marco").name == "Bill de Marco");
    CHECK(entity_of(document, "Harald IV").type == EntityType::kPerson);
    CHECK(entity_of(annotate("Abdel Hakim al-Masri, the minister of health, met reporters. Masri "
                             "said the ports were open."),
                    "Masri")
              .name == "Abdel Hakim al-Masri");
}

TEST_CASE("a dateline's dash parts the place from the report") {
    const Document document = annotate("KHARTOUM - Sudan will hold talks on Monday, Sudan said.");
    CHECK(entity_of(document, "KHARTOUM").type == EntityType::kGpe);
    CHECK(entity_of(document, "Sudan").link == "iso:SD");
}

TEST_CASE("an organisation is known by its first word") {
    const Document document =
        annotate("Zarvox Holdings Ltd. said on Friday that sales fell. Shares in Zarvox lost 3%.");
    CHECK(entity_of(document, "Zarvox").type == EntityType::kOrg);
    CHECK(&entity_of(document, "Zarvox") == &entity_of(document, "Zarvox Holdings Ltd."));
}

TEST_CASE("a company's names with and without its legal form are one") {
    const Document document = annotate(
        "Shares of Harlow Systems Inc. fell on Monday. The board of Harlow Systems met at noon.");
    CHECK(entity_of(document, "Harlow Systems").name.starts_with("Harlow Systems Inc"));
}

TEST_CASE("a name of several places is linked only where the article decides") {
    CHECK(entity_of(annotate("He drove from Alabama to Georgia."), "Georgia").link == "iso:US-GA");
    CHECK(entity_of(annotate("She wrote a book about Georgia."), "Georgia").link.empty());
}

TEST_CASE("provisions of one law are one thing, under the law's title") {
    const Document document = annotate(
        "Articles 6 and 8 of the General Data Protection Regulation apply. The court cited the "
        "First Amendment and the Second Amendment.");
    const Entity& law = entity_of(document, "Articles 6");
    CHECK(law.name == "General Data Protection Regulation");
    CHECK(&law == &entity_of(document, "8 of the General Data Protection Regulation"));
    CHECK(entity_of(document, "First Amendment").name == "First Amendment");
    CHECK(entity_of(document, "Second Amendment").name == "Second Amendment");
}

TEST_CASE("a full name ends before where its bearer is from") {
    const Document document = annotate(
        "Prime Minister Emmanuel Okoro of Meridia met the envoys. Okoro said talks would go on.");
    CHECK(entity_of(document, "Emmanuel Okoro").name == "Emmanuel Okoro");
}

TEST_CASE("a party and state in brackets are no name") {
    for (const Mention& mention :
         annotate("Sen. Ron Wyden (D-Ore.) and Sen. Mike Braun (R-Ind.) spoke.").mentions)
        CHECK(mention.type == EntityType::kPerson);
}

TEST_CASE("the number of a bill is no name") {
    for (const Mention& mention : annotate("The Senate passed S. 1287 on Tuesday.").mentions)
        CHECK(mention.type == EntityType::kOrg);
}

TEST_CASE("a law is what the citations name, not what looks like a name") {
    for (const Mention& mention :
         annotate("Sound Policy, and It’s the Law\n\nThe mayor of Harlow spoke.").mentions)
        CHECK(mention.type != EntityType::kLaw);
}

TEST_CASE("a member's party and state are no name") {
    check(
        "[Nora Whitfield|PERSON], D-Mass., and [Otto Reyes|PERSON] (R-[Texas|GPE]) wrote to the "
        "[Ministry of Defense|ORG] about the veterans of the river.");
}

TEST_CASE("names go on to the words that belong to them") {
    check("He sold his stake in [Harlow Airlines Co.|ORG]");
    check("The levy was opposed by the law firm [Hartwell, Oduya & Lindqvist|ORG] in a letter.");
    check("She lives with her two brothers near [Salem|GPE], [N.C.|GPE]");
}

TEST_CASE("an office and what belongs to it are two names") {
    check(
        "It was the [Treasury Department|ORG]'s [Financial Crimes Enforcement Network|ORG] that "
        "froze the money.");
}

TEST_CASE("the acronym in brackets behind a law is the law") {
    const Document document = annotate(
        "They sued under the Resource Conservation and Recovery Act (RCRA). Under RCRA, waste "
        "must be tracked.");
    CHECK(entity_of(document, "RCRA").name == "Resource Conservation and Recovery Act of 1976");
}

TEST_CASE("a short verb shows that a sentence full of names is no headline") {
    check(
        "[Taiwan|GPE]'s President [Nora Whitfield|PERSON] met [House|ORG] Speaker [Kevin "
        "Alvarez|PERSON] at the [Ronald Reagan Presidential Library|ORG] in [Simi Valley|GPE].");
}

TEST_CASE("courts have their number, and districts their state") {
    check("The [2nd U.S. Circuit Court of Appeals|ORG] ruled for the city.");
    check("A judge in the [Western District of Texas|GPE] blocked the rule in [Ohio|GPE].");
    check("On March 5th [Congress|ORG] adjourned.");
}

TEST_CASE("an office may be for two things") {
    check("It would give the [Bureau of Industry and Security|ORG] 18 months to audit licenses.");
    check("The [Office of Science and Technology|ORG] 12 days later agreed.");
    check("She told the [Department of Justice|ORG] and [Congress|ORG] that the files were lost.");
    check("The [Department of Justice|ORG] and Education officials met on it.");
}

TEST_CASE("a place may be the last word of a text") {
    check("The delegation left for the talks in [Hanoi|GPE]");
    check("She was sent to the [Bureau of Immigration|ORG] in [Manila|GPE]");
}
