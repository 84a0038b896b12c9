// Title, authors, outlet and date of pages in every form that pages give them: skeletons of our
// own.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "reading_support.h"

using namespace lede;

namespace {

struct Skeleton {
    std::string head;
    std::string body;  // before the paragraphs
    std::string title;
    std::string byline;
    std::string published;
    PublishedFrom from;
};

constexpr PublishedFrom kMeta = PublishedFrom::kMeta;
constexpr PublishedFrom kUrl = PublishedFrom::kUrl;
constexpr PublishedFrom kLine = PublishedFrom::kDateline;
constexpr PublishedFrom kUnset = PublishedFrom::kUnknown;

Article parse_skeleton(const Skeleton& skeleton) {
    return test::parse_bytes(
        "<html><head>" + skeleton.head + "</head><body>" + skeleton.body +
            "<div><p>Ministers from both coasts met in a crowded hall to talk about cod.</p>"
            "<p>Nobody left before the soup, said one of the guests who had come by "
            "train.</p></div>",
        reading::Format::kHtml);
}

void check(const Skeleton& skeleton) {
    INFO(skeleton.head << " / " << skeleton.body);
    const Article article = parse_skeleton(skeleton);
    CHECK(article.title == skeleton.title);
    CHECK(article.byline == skeleton.byline);
    CHECK(article.published == skeleton.published);
    CHECK(article.published_from == skeleton.from);
}

std::string json_ld(const std::string& json) {
    return "<script type=\"application/ld+json\">" + json + "</script>";
}

}  // namespace

TEST_CASE("titles are found in every form") {
    constexpr const char* kTitle = "Talks on Cod End";
    const std::vector<Skeleton> skeletons = {
        Skeleton{"<title>Talks on Cod End</title>", "", kTitle, "", "", kUnset},
        Skeleton{"<title>Talks on Cod End | The Harbour</title>", "", kTitle, "", "", kUnset},
        Skeleton{"<title>Talks on Cod End - The Harbour</title><meta property=og:site_name "
                 "content='The Harbour'>",
                 "", kTitle, "", "", kUnset},
        Skeleton{"<title>Talks on Cod End – Harbour News</title><meta property=og:site_name "
                 "content='Harbour'>",
                 "", kTitle, "", "", kUnset},
        Skeleton{"<meta property=og:title content='Talks on Cod End'>", "", kTitle, "", "", kUnset},
        Skeleton{"<meta name=og:title content='Talks on Cod End'>", "", kTitle, "", "", kUnset},
        Skeleton{"<meta name=twitter:title content='Talks on Cod End'>", "", kTitle, "", "",
                 kUnset},
        Skeleton{"<meta name=DC.Title content='Talks on Cod End'>", "", kTitle, "", "", kUnset},
        Skeleton{"<meta name=parsely-title content='Talks on Cod End'>", "", kTitle, "", "",
                 kUnset},
        Skeleton{"<meta name=citation_title content='Talks on Cod End'>", "", kTitle, "", "",
                 kUnset},
        Skeleton{"<title>Harbour</title>", "<h1>Talks on Cod End</h1>", kTitle, "", "", kUnset},
        Skeleton{"<title>Talks on Cod End: Harbour</title>", "<h1>Talks on Cod End</h1>", kTitle,
                 "", "", kUnset},
        Skeleton{"<title>Talks on Cod End: Harbour</title>",
                 "<h1><a href=/>Harbour</a></h1><h2>Talks on Cod End</h2>", kTitle, "", "", kUnset},
        Skeleton{"", "<h1 itemprop=headline>Talks on  Cod\nEnd</h1>", kTitle, "", "", kUnset},
        Skeleton{"", "<div itemprop=headline>Talks on Cod End</div>", kTitle, "", "", kUnset},
        Skeleton{json_ld("{\"@type\":\"NewsArticle\",\"headline\":\"Talks on Cod End\"}"), "",
                 kTitle, "", "", kUnset},
        Skeleton{
            json_ld("{\"@type\":[\"Article\",\"NewsArticle\"],\"headline\":\"Talks on Cod End\"}"),
            "", kTitle, "", "", kUnset},
        Skeleton{json_ld("{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Harbour\"},{\"@type\":"
                         "\"BlogPosting\",\"headline\":\"Talks on Cod End\"}]}"),
                 "", kTitle, "", "", kUnset},
        Skeleton{
            json_ld("{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"ReportageNewsArticle\","
                    "\"headline\":\"Talks on Cod End\"}}"),
            "", kTitle, "", "", kUnset},
        Skeleton{json_ld("<!-- {\"@type\":\"Article\",\n\"headline\":\"Talks on\nCod End\"} -->"),
                 "", kTitle, "", "", kUnset},
        Skeleton{json_ld("{\"@type\":\"Article\",\"headline\":\"&#84;alks on Cod&nbsp;End\"}"), "",
                 kTitle, "", "", kUnset},
        Skeleton{"<title>Talks on Cod End - Harbour</title><link rel=canonical "
                 "href=https://www.harbour.example/cod>",
                 "", kTitle, "", "", kUnset},
        Skeleton{json_ld("{\"@type\":\"NewsArticle\",\"headline\":broken}") +
                     "<title>Talks on Cod End</title>",
                 "", kTitle, "", "", kUnset},
    };
    for (const Skeleton& skeleton : skeletons) check(skeleton);
}

TEST_CASE("authors are found in every form and cleaned") {
    constexpr const char* kTitle = "Talks on Cod End";
    const std::string kHead = "<title>Talks on Cod End</title>";
    const std::string kHeading = "<h1>Talks on Cod End</h1>";
    const std::vector<Skeleton> skeletons = {
        Skeleton{"<title>Talks on Cod End</title><meta name=author content='Ann Lee'>", "", kTitle,
                 "Ann Lee", "", kUnset},
        Skeleton{"<title>Talks on Cod End</title><meta name=byl content='By Ann Lee'>", "", kTitle,
                 "Ann Lee", "", kUnset},
        Skeleton{
            "<title>Talks on Cod End</title><meta name=Author content='BY ANN LEE AND BO BERG'>",
            "", kTitle, "ANN LEE, BO BERG", "", kUnset},
        Skeleton{"<title>Talks on Cod End</title><meta property=article:author content='Ann Lee'>",
                 "", kTitle, "Ann Lee", "", kUnset},
        Skeleton{"<title>Talks on Cod End</title><meta property=article:author "
                 "content='https://social.example/ann'>",
                 "<div class=byline>By Ann Lee</div>", kTitle, "Ann Lee", "", kUnset},
        Skeleton{"<title>Talks on Cod End</title><meta name=parsely-author content='Ann Lee'><meta "
                 "name=parsely-author content='Bo Berg'>",
                 "", kTitle, "Ann Lee, Bo Berg", "", kUnset},
        Skeleton{"<title>Talks on Cod End</title><meta name=dc.creator content='Ann Lee'>", "",
                 kTitle, "Ann Lee", "", kUnset},
        Skeleton{"<title>Talks on Cod End</title><meta name=citation_author content='Ann Lee'>", "",
                 kTitle, "Ann Lee", "", kUnset},
        Skeleton{kHead, "<span itemprop=author>Ann Lee</span>", kTitle, "Ann Lee", "", kUnset},
        Skeleton{kHead, "<a rel=author href=/ann>Ann Lee</a>", kTitle, "Ann Lee", "", kUnset},
        Skeleton{kHead, "<p>By Ann Lee</p>", kTitle, "Ann Lee", "", kUnset},
        Skeleton{kHead, "<p>By Ann Lee, Associated Press</p>", kTitle, "Ann Lee", "", kUnset},
        Skeleton{kHead, "<p>By Ann Lee and Bo de Berg | Senior Writers</p>", kTitle,
                 "Ann Lee, Bo de Berg", "", kUnset},
        Skeleton{kHead, "<p>By Ann Lee • March 3</p>", kTitle, "Ann Lee", "", kUnset},
        Skeleton{kHead, "<p>By June Lee August 18, 2010</p>", kTitle, "June Lee", "2010-08-18",
                 kLine},
        Skeleton{kHead, "<p>Posted by Ann Lee at noon</p>", kTitle, "Ann Lee", "", kUnset},
        Skeleton{kHead, "<p>By <a>Ann Lee</a><time>Feb. 3</time></p>", kTitle, "Ann Lee", "",
                 kUnset},
        Skeleton{"<title>Talks on Cod End</title>" +
                     json_ld("{\"@type\":\"NewsArticle\",\"author\":\"Ann Lee\"}"),
                 "", kTitle, "Ann Lee", "", kUnset},
        Skeleton{
            "<title>Talks on Cod End</title>" +
                json_ld(
                    "{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\"Ann "
                    "Lee\"}}"),
            "", kTitle, "Ann Lee", "", kUnset},
        Skeleton{
            "<title>Talks on Cod End</title>" +
                json_ld(
                    "{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Ann Lee\"},{\"name\":\"Bo "
                    "Berg\"}]}"),
            "", kTitle, "Ann Lee, Bo Berg", "", kUnset},
        Skeleton{"<title>Talks on Cod End</title>" +
                     json_ld("{\"@type\":\"NewsArticle\",\"creator\":[\"Ann Lee\"]}"),
                 "", kTitle, "Ann Lee", "", kUnset},
        Skeleton{"<title>Talks on Cod End</title>" +
                     json_ld("{\"@type\":\"NewsArticle\",\"author\":\"By Ann Lee, Harbour.com\"}"),
                 "", kTitle, "Ann Lee", "", kUnset},
        Skeleton{
            kHead + json_ld("{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#ann\"}},"
                            "{\"@type\":\"Person\",\"@id\":\"#ann\",\"name\":\"Ann Lee\"}]}"),
            "", kTitle, "Ann Lee", "", kUnset},
        Skeleton{kHead + "<meta name=author content='Ann Lee, Tidewater'>", "", kTitle, "Ann Lee",
                 "", kUnset},
        Skeleton{kHead, kHeading + "<div class=byline><a href=/a>Ann Lee</a> and Bo Berg</div>",
                 kTitle, "Ann Lee, Bo Berg", "", kUnset},
        Skeleton{kHead, kHeading + "<ul class=authors><li>Ann Lee</li></ul>", kTitle, "Ann Lee", "",
                 kUnset},
    };
    for (const Skeleton& skeleton : skeletons) check(skeleton);
}

TEST_CASE("where sources of a byline disagree, all who are named and who is shown count") {
    constexpr const char* kTitle = "Talks on Cod End";
    const std::string kHead = "<title>Talks on Cod End</title>";
    const std::string kShown = "<h1>Talks on Cod End</h1><p>By Ann Lee and Bo Berg</p>";
    const auto linked = [&](const std::string& name) {
        return kHead + json_ld("{\"@type\":\"NewsArticle\",\"author\":\"" + name + "\"}");
    };
    const std::vector<Skeleton> skeletons = {
        Skeleton{linked("Ann Lee"), kShown, kTitle, "Ann Lee, Bo Berg", "", kUnset},
        Skeleton{linked("Cy Dahl"), kShown, kTitle, "Cy Dahl", "", kUnset},
        Skeleton{kHead + "<meta name=author content='Cy Dahl'>", kShown, kTitle, "Ann Lee, Bo Berg",
                 "", kUnset},
        Skeleton{linked("The Harbour") + "<meta property=og:site_name content='The Harbour'>",
                 kShown, kTitle, "Ann Lee, Bo Berg", "", kUnset},
        Skeleton{kHead,
                 "<a rel=author href=/a>Ann Lee</a><p>Ministers from both coasts met in a "
                 "crowded hall on the pier to talk about cod, and about what the sea has left "
                 "of it after all these years of war and of peace.</p><p><a rel=author "
                 "href=/c>Cy Dahl</a> I was there.</p>",
                 kTitle, "Ann Lee", "", kUnset},
    };
    for (const Skeleton& skeleton : skeletons) check(skeleton);
}

TEST_CASE("dates are found in every form, with where they came from") {
    constexpr const char* kTitle = "Talks on Cod End";
    constexpr const char* kDay = "2019-02-20";
    constexpr const char* kMoment = "2019-02-20T14:05:00Z";
    constexpr const char* kHead = "<title>Talks on Cod End</title>";
    const std::vector<Skeleton> skeletons = {
        Skeleton{"<title>Talks on Cod End</title><meta property=article:published_time "
                 "content=2019-02-20T14:05:00Z>",
                 "", kTitle, "", kMoment, kMeta},
        Skeleton{"<title>Talks on Cod End</title><meta name=date content=2019-02-20>", "", kTitle,
                 "", kDay, kMeta},
        Skeleton{"<title>Talks on Cod End</title><meta name=pubdate content=20190220>", "", kTitle,
                 "", kDay, kMeta},
        Skeleton{"<title>Talks on Cod End</title><meta name=publish-date content='Wed, 20 Feb 2019 "
                 "14:05:00 GMT'>",
                 "", kTitle, "", kMoment, kMeta},
        Skeleton{"<title>Talks on Cod End</title><meta name=DC.date.issued content=2019-02-20>", "",
                 kTitle, "", kDay, kMeta},
        Skeleton{"<title>Talks on Cod End</title><meta name=sailthru.date content='2019-02-20'>",
                 "", kTitle, "", kDay, kMeta},
        Skeleton{"<title>Talks on Cod End</title><meta name=parsely-pub-date "
                 "content='2019-02-20T14:05:00Z'>",
                 "", kTitle, "", kMoment, kMeta},
        Skeleton{"<title>Talks on Cod End</title><meta itemprop=datePublished content=2019-02-20>",
                 "", kTitle, "", kDay, kMeta},
        Skeleton{"<title>Talks on Cod End</title><meta name=date content='last week'>",
                 "<time datetime=2019-02-20>Wednesday</time>", kTitle, "", kDay, kMeta},
        Skeleton{kHead, "<span itemprop=datePublished>February 20, 2019</span>", kTitle, "", kDay,
                 kMeta},
        Skeleton{kHead, "<time itemprop=datePublished datetime=2019-02-20T14:05:00Z>now</time>",
                 kTitle, "", kMoment, kMeta},
        Skeleton{kHead, "<time datetime=2019-02-20T14:05:00Z>20 Feb</time>", kTitle, "", kMoment,
                 kMeta},
        Skeleton{kHead, "<time>20 February 2019</time>", kTitle, "", kDay, kMeta},
        Skeleton{kHead, "<div class=date>Published: February 20, 2019</div>", kTitle, "", kDay,
                 kLine},
        Skeleton{kHead, "<p>Wednesday 20th February 2019</p>", kTitle, "", kDay, kLine},
        Skeleton{"<title>Talks on Cod End</title><link rel=canonical "
                 "href=https://a.example/2019/02/20/cod>",
                 "", kTitle, "", kDay, kUrl},
        Skeleton{"<title>Talks on Cod End</title><meta property=og:url "
                 "content=https://a.example/news/2019-02-20-cod>",
                 "", kTitle, "", kDay, kUrl},
        Skeleton{"<title>Talks on Cod End</title><link rel=canonical "
                 "href=https://a.example/story/2019/2/20/cod.html>",
                 "", kTitle, "", kDay, kUrl},
        Skeleton{
            "<title>Talks on Cod End</title>" +
                json_ld("{\"@type\":\"NewsArticle\",\"datePublished\":\"2019-02-20T14:05:00Z\"}"),
            "", kTitle, "", kMoment, kMeta},
        Skeleton{"<title>Talks on Cod End</title>" +
                     json_ld("{\"@type\":\"NewsArticle\",\"dateCreated\":\"2019-02-20\"}"),
                 "", kTitle, "", kDay, kMeta},
        Skeleton{"<title>Talks on Cod End</title><meta name=date content=2001-01-01>" +
                     json_ld("{\"@type\":\"NewsArticle\",\"datePublished\":\"2019-02-20\"}"),
                 "", kTitle, "", kDay, kMeta},
        Skeleton{"<title>Talks on Cod End</title><link rel=canonical "
                 "href=https://a.example/2019/NEWS/02/20/cod/index.html>",
                 "", kTitle, "", kDay, kUrl},
        Skeleton{"<title>Talks on Cod End</title><link rel=canonical "
                 "href=https://a.example/news/2019/feb/20/cod>",
                 "", kTitle, "", kDay, kUrl},
        Skeleton{"<title>Talks on Cod End</title><link rel=canonical "
                 "href=https://a.example/cod-talks-end-20190220/>",
                 "", kTitle, "", kDay, kUrl},
        Skeleton{"<title>Talks on Cod End</title><link rel=canonical "
                 "href=https://a.example/cod-talks-end-20190250/>",
                 "", kTitle, "", "", kUnset},
        Skeleton{"<title>Talks on Cod End</title><meta property=article:published_time "
                 "content=2019-02-20T14:05:00Z>" +
                     json_ld("{\"@type\":\"NewsArticle\",\"datePublished\":\"2019-02-20\"}"),
                 "", kTitle, "", kMoment, kMeta},
        Skeleton{"<title>Talks on Cod End</title><link rel=canonical "
                 "href=https://a.example/2019/02/20/cod>",
                 "<p>Feb. 20, 2019 2:05 p.m. GMT</p>", kTitle, "", kMoment, kUrl},
        Skeleton{
            kHead,
            "<h1>Talks on Cod End</h1><p>Ministers from both coasts met in a crowded hall on the "
            "pier to talk about cod, and about what is left.</p><p>Nobody left before the soup, "
            "said one of the guests who had come by train all the way from Hull.</p><p>The "
            "talks went on until the morning, and a third round is planned for next "
            "week.</p><p>- A guest, February 20, 2019</p>",
            kTitle, "", "", kUnset},
        Skeleton{kHead, "<p>The old hall, August 14, 1935</p>", kTitle, "", "", kUnset},
        Skeleton{kHead,
                 "<p>The hall was built on February 20, 1919, and has burnt down twice since "
                 "then, the last time in winter.</p>",
                 kTitle, "", "", kUnset},
    };
    for (const Skeleton& skeleton : skeletons) check(skeleton);
}

TEST_CASE("outlets are found") {
    const auto publication = [](const std::string& head) {
        return parse_skeleton({head, "", "", "", "", kUnset}).publication;
    };
    CHECK(publication("<meta property=og:site_name content='The Harbour'>") == "The Harbour");
    CHECK(publication("<meta name=application-name content='The Harbour'>") == "The Harbour");
    CHECK(publication("<meta property=og:site_name content='Harbour | News of the Coast'>") ==
          "Harbour");
    CHECK(publication("<meta property=og:site_name content='@harbour'>") == "harbour");
    CHECK(publication("<title>Talks on Cod End - The Harbour</title><meta property=og:title "
                      "content='Talks on Cod End'>") == "The Harbour");
    CHECK(publication("<meta name=dc.publisher content='The Harbour'>") == "The Harbour");
    CHECK(publication(json_ld("{\"@type\":\"NewsArticle\",\"publisher\":{\"name\":\"The "
                              "Harbour\"}}")) == "The Harbour");
}
