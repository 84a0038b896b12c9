#include "reading/article_parser.h"

#include <algorithm>
#include <stdexcept>

#include "reading/article_fields.h"
#include "reading/calendar_date.h"
#include "reading/csv_cutter.h"
#include "reading/encoding.h"
#include "reading/english_words.h"
#include "reading/format_detector.h"
#include "reading/html_article.h"
#include "reading/http_message.h"
#include "reading/json_article.h"
#include "reading/json_text.h"
#include "reading/language.h"
#include "reading/mail_message.h"
#include "reading/office_document.h"
#include "reading/plain_text.h"
#include "reading/url_date.h"
#include "reading/vrt_article.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

bool is_blank(std::string_view text) { return std::ranges::all_of(text, unicode::is_ascii_space); }

}  // namespace

struct ArticleParser::Readers {
    explicit Readers(const ParseOptions& options)
        : dates(options.lexicon),
          url_dates(options.lexicon),
          plain(options.lexicon),
          html(options.lexicon),
          json(options.lexicon, options.map, options.text_required),
          fields(options.lexicon, options.map),
          decoder(options.lexicon),
          added(options.lexicon, options.added),
          english(options.lexicon),
          max_article(options.max_article),
          boilerplate(options.boilerplate),
          identify_language(options.identify_language),
          find_structure(options.find_structure) {
        if (options.published.empty()) return;
        const auto date = dates.read(options.published);
        if (!date) throw std::invalid_argument("\"" + options.published + "\" is not a date");
        published = *date;
    }

    std::string language_of(std::string_view text) const {
        if (!identify_language) return "und";
        return english.fill(text) ? "en" : reading::identify_language(text, "");
    }

    // Fills what the record itself says. Error::position is relative to the record.
    std::optional<Error> read(const RawRecord& record, Article& article) const {
        switch (record.format) {
            case Format::kJsonl:
            case Format::kLede:
                return json.read(record.bytes, article);
            case Format::kHtml:
                return html.read(decoder.decode(record.bytes, "", true), "", article);
            case Format::kCsv:
                return read_row(record, article);
            case Format::kVrt:
                return read_vertical(record, article);
            case Format::kWarc:
                return read_crawled(record, article);
            case Format::kOffice:
                return read_office_document(record.bytes, dates, article);
            case Format::kMail:
                return read_message(record, article);
            default:
                return read_text(decoder.decode(record.bytes, "", false), article);
        }
    }

    static std::optional<Error> read_text(std::string text, Article& article) {
        if (is_blank(text)) return Error{{}, 0, 0, "holds no text"};
        article.text = std::move(text);
        return std::nullopt;
    }

    std::optional<Error> read_row(const RawRecord& record, Article& article) const {
        auto cells = split_csv_row(decoder.decode(record.bytes, "", false), record.separator);
        while (cells.size() > record.columns->size() && cells.back().empty()) cells.pop_back();
        if (cells.size() > record.columns->size())
            return Error{{}, 0, 0, "has more cells than the header row"};
        OwnedRecord row;
        for (std::size_t i = 0; i < cells.size(); ++i)
            row.add(decoder.decode((*record.columns)[i], "", false), cells[i]);
        row.finish();
        return fields.take_all(row.record, article);
    }

    std::optional<Error> read_vertical(const RawRecord& record, Article& article) const {
        VrtText vertical = read_vrt(decoder.decode(record.bytes, "", false));
        if (vertical.text.empty()) return Error{{}, 0, 0, "holds no text"};
        OwnedRecord row;
        for (auto& [name, value] : vertical.attributes)
            if (name != "text") row.add(std::move(name), value);
        row.add("text", vertical.text);
        row.finish();
        if (auto error = fields.take_all(row.record, article)) return error;
        article.blocks = std::move(vertical.blocks);
        if (!vertical.columns.empty())
            article.meta.emplace_back("columns", std::move(vertical.columns));
        return std::nullopt;
    }

    std::optional<Error> read_crawled(const RawRecord& record, Article& article) const {
        const HttpHead head = parse_http_head(record.bytes);
        auto body = decode_http_body(record.bytes, head, max_article);
        if (!body) return body.error();
        const std::string type = head.status ? head.header("content-type") : record.content_type;
        if (!record.url.empty()) article.id = article.source = utf8::repair(record.url);
        for (const char* name : {"date", "last-modified"})
            if (const std::string value = head.header(name); !value.empty())
                article.meta.emplace_back(name, quote(utf8::repair(value)));
        const std::string charset = header_parameter(type, "charset");
        const bool is_page = http_name(type).find("html") != std::string::npos ||
                             detect_format(body.value(), record.url) == Format::kHtml;
        std::string text = decoder.decode(body.value(), charset, is_page);
        return is_page ? html.read(text, record.url, article) : read_text(std::move(text), article);
    }

    std::optional<Error> read_message(const RawRecord& record, Article& article) const {
        MailMessage message = read_mail(record.bytes, decoder);
        if (!message.id.empty()) article.id = utf8::repair(message.id);
        article.title = std::move(message.subject);
        article.byline = std::move(message.from);
        if (auto date = dates.read(message.date)) {
            article.published = std::move(*date);
            article.published_from = PublishedFrom::kField;
        }
        return message.is_html ? html.read(message.body, "", article)
                               : read_text(std::move(message.body), article);
    }

    // A record without a date may have an address that tells the day.
    void date_by_address(Article& article) const {
        if (!article.published.empty()) return;
        for (const std::string* address : {&article.id, &article.source})
            if (address->find("://") != std::string::npos && article.published.empty())
                article.published = url_dates.read(*address);
        for (const auto& [name, piece] : article.meta)
            if ((name == "url" || name == "link") && article.published.empty())
                article.published = url_dates.read(string_in(piece).value_or(""));
        if (!article.published.empty()) article.published_from = PublishedFrom::kUrl;
    }

    DateReader dates;
    UrlDateReader url_dates;
    PlainTextReader plain;
    HtmlArticleReader html;
    JsonArticleReader json;
    ArticleFields fields;
    TextDecoder decoder;
    AddedFields added;
    EnglishWords english;
    std::uint64_t max_article;
    BoilerplatePolicy boilerplate;
    bool identify_language;
    bool find_structure;
    std::string published;
};

ArticleParser::ArticleParser(const ParseOptions& options)
    : readers_(std::make_unique<const Readers>(options)) {}
ArticleParser::~ArticleParser() = default;
ArticleParser::ArticleParser(ArticleParser&&) noexcept = default;

Result<Article> ArticleParser::parse(const RawRecord& record) const {
    Article article;
    // Names of files may hold any bytes.
    article.id = utf8::repair(record.path_id);
    article.source = record.source == "-" ? std::string() : utf8::repair(record.source);
    article.language.clear();
    if (auto error = readers_->read(record, article)) {
        error->source = record.source;
        error->record = record.record;
        error->position += record.position;
        return *error;
    }
    for (const auto& [name, value] : record.fields)
        article.meta.emplace_back(name, quote(utf8::repair(value)));
    readers_->added.add(record, article);
    readers_->date_by_address(article);
    if (article.published.empty() && !readers_->published.empty()) {
        article.published = readers_->published;
        article.published_from = PublishedFrom::kOption;
    }
    if (article.blocks.empty() && readers_->find_structure) readers_->plain.read(article);
    readers_->added.set(article);
    apply_boilerplate_policy(readers_->boilerplate, article);
    if (article.language.empty()) article.language = readers_->language_of(article.text);
    return article;
}

}  // namespace lede::reading
