#include "writing/database.h"

#include <sqlite3.h>

#include <cstdio>
#include <filesystem>

#include "writing/cells.h"
#include "writing/output.h"
#include "writing/record_writer.h"

namespace lede::writing {
namespace {

namespace fs = std::filesystem;

// Of the tables with a row_id, which SQLite numbers, the columns are named; the others are whole.
constexpr std::array<std::string_view, kDatabaseTables.size()> kInserts = {
    "articles VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)",
    "meta VALUES (?1,?2,iif(json_valid(?3),json_extract(?3,'$'),?3))",
    "sentences (article, sentence, begin, end, block, words, text) VALUES (?1,?2,?3,?4,?5,?6,?7)",
    "entities VALUES (?1,?2,?3,?4,?5,?6)",
    "quotes (article, quote, begin, end, text, kind, quotation, speaker, speaker_text, "
    "speaker_entity, speaker_kind, speaker_begin, speaker_end, cue, polarity, sentence, inside, "
    "confidence) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18)",
    "citations VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17)",
    "mentions VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)",
    "dates VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18)"};

// Binds one cell; texts are borrowed until the statement has run.
struct Bind {
    sqlite3_stmt* statement;
    int place;

    int operator()(std::monostate) const { return sqlite3_bind_null(statement, place); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, place, value); }
    int operator()(double value) const { return sqlite3_bind_double(statement, place, value); }
    int operator()(std::string_view value) const {
        return sqlite3_bind_text64(statement, place, value.data(), value.size(), SQLITE_STATIC,
                                   SQLITE_UTF8);
    }
};

}  // namespace

Database::Database(const std::string& path, const Lexicon& lexicon, OffsetUnit unit)
    : path_(path), lexicon_(lexicon) {
    std::error_code ignored;
    const bool is_new = !fs::exists(path, ignored) || fs::file_size(path, ignored) == 0;
    if (is_new) part_ = path + ".part";
    try {
        open();
        if (is_new)
            create(unit);
        else
            check_schema(unit);
        prepare();
    } catch (...) {
        close();
        throw;
    }
}

Database::~Database() { close(); }

void Database::open() {
    if (!part_.empty()) std::remove(part_.c_str());
    const std::string& file = part_.empty() ? path_ : part_;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |  // one thread at a time is here
                      (part_.empty() ? 0 : SQLITE_OPEN_CREATE);
    check(sqlite3_open_v2(file.c_str(), &connection_, flags, nullptr));
}

void Database::create(OffsetUnit unit) {
    // What is beside and thrown away after a failure needs no journal.
    run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000; BEGIN");
    run(std::string(lexicon_.file("writing/tables.sql")));
    run("INSERT INTO lede VALUES ('schema', '" + std::to_string(kRecordSchema) +
        "'), ('offsets', '" + std::string(name_of(unit)) + "')");
}

void Database::check_schema(OffsetUnit unit) {
    sqlite3_busy_timeout(connection_, 10'000);
    if (lookup("SELECT count(*) FROM sqlite_master WHERE name = 'lede'") != "1")
        fail("is a database of something else");
    if (lookup("SELECT value FROM lede WHERE name = 'schema'") != std::to_string(kRecordSchema))
        fail("was written by another version: its schema differs");
    const std::string offsets = lookup("SELECT value FROM lede WHERE name = 'offsets'");
    if (offsets != name_of(unit))
        fail("counts offsets in " + offsets + ": say --offsets " + offsets);
    run("PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; BEGIN IMMEDIATE");
    first_article_ = std::stoll(lookup("SELECT coalesce(max(article), 0) + 1 FROM articles"));
    next_article_ = first_article_;
}

void Database::prepare() {
    find_ = compile("SELECT article FROM articles WHERE id = ?1");
    for (std::size_t i = 0; i < kDatabaseTables.size(); ++i) {
        const bool replaces = kDatabaseTables[i] == "meta";  // a key that stands twice
        insert_[i] = compile((replaces ? "INSERT OR REPLACE INTO " : "INSERT INTO ") +
                             std::string(kInserts[i]));
        remove_[i] =
            compile("DELETE FROM " + std::string(kDatabaseTables[i]) + " WHERE article = ?1");
    }
}

void Database::write(std::string_view part) {
    CellReader reader(part);
    std::int64_t article = 0;
    while (const auto table = reader.next_row()) {
        sqlite3_stmt* const statement = insert_[*table];
        for (int place = 2; const auto cell = reader.next_cell(); ++place) {
            // The first cell of the first row is the id.
            if (article == 0) article = number_for(std::get<std::string_view>(*cell));
            check(std::visit(Bind{statement, place}, *cell));
        }
        check(sqlite3_bind_int64(statement, 1, article));
        check(sqlite3_step(statement));
        check(sqlite3_reset(statement));
    }
}

std::string Database::notice() const {
    if (replaced_ == 0) return {};
    return path_ + ": " + std::to_string(replaced_) +
           (replaced_ == 1 ? " article has the id of an earlier one and replaced it"
                           : " articles have the ids of earlier ones and replaced them") +
           " (--map id=KEY takes another field; id=none: file and number)";
}

// The number of the article with this id: its old one, with the old rows gone, or a new one.
std::int64_t Database::number_for(std::string_view id) {
    check(Bind{find_, 1}(id));
    const bool known = sqlite3_step(find_) == SQLITE_ROW;
    const std::int64_t article = known ? sqlite3_column_int64(find_, 0) : next_article_++;
    check(sqlite3_reset(find_));
    if (known) remove_article(article);
    if (known && article >= first_article_) ++replaced_;
    return article;
}

void Database::remove_article(std::int64_t article) {
    // Rows that refer to others go first.
    for (std::size_t i = remove_.size(); i-- > 0;) {
        check(sqlite3_bind_int64(remove_[i], 1, article));
        check(sqlite3_step(remove_[i]));
        check(sqlite3_reset(remove_[i]));
    }
}

void Database::finish() {
    if (!part_.empty()) run(std::string(lexicon_.file("writing/indexes.sql")));
    run("COMMIT");
    const std::string part = part_;
    part_.clear();
    close();
    if (!part.empty() && std::rename(part.c_str(), path_.c_str()) != 0) {
        std::remove(part.c_str());
        throw OutputError(path_ + ": cannot be put in place");
    }
}

void Database::close() noexcept {
    sqlite3_finalize(find_);
    for (sqlite3_stmt* const statement : insert_) sqlite3_finalize(statement);
    for (sqlite3_stmt* const statement : remove_) sqlite3_finalize(statement);
    find_ = nullptr;
    insert_.fill(nullptr);
    remove_.fill(nullptr);
    sqlite3_close(connection_);  // rolls back what is not committed
    connection_ = nullptr;
    if (!part_.empty()) std::remove(part_.c_str());
}

void Database::run(const std::string& sql) {
    check(sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr));
}

sqlite3_stmt* Database::compile(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(connection_, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement,
                             nullptr));
    return statement;
}

// The first column of the first row as text; empty where there is none.
std::string Database::lookup(const std::string& sql) {
    sqlite3_stmt* const statement = compile(sql);
    const int status = sqlite3_step(statement);
    const unsigned char* const text =
        status == SQLITE_ROW ? sqlite3_column_text(statement, 0) : nullptr;
    const std::string value = text ? reinterpret_cast<const char*>(text) : "";
    sqlite3_finalize(statement);
    check(status);
    return value;
}

void Database::check(int status) const {
    if (status == SQLITE_OK || status == SQLITE_ROW || status == SQLITE_DONE) return;
    if (status == SQLITE_NOTADB) fail("is no database");
    fail(std::string("cannot be written: ") +
         (connection_ ? sqlite3_errmsg(connection_) : sqlite3_errstr(status)));
}

void Database::fail(const std::string& why) const { throw OutputError(path_ + ": " + why); }

}  // namespace lede::writing
