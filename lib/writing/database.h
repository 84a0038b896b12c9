// Database: the rows of documents in an SQLite file, new or added to.
//
//   Database database("news.db", lexicon, OffsetUnit::kCodePoints);
//   database.write(part);                    parts that DatabaseRows made
//   database.finish();
//
// A new database is written beside and appears when it is whole, with indexes, full text (FTS5) and
// the views who_said, who_cited and timeline. One that is there already is added to in one
// transaction: an article whose id it has is replaced, and keeps its number. Whatever ends the run
// early leaves the database as it was.
//
// Requires a file: standard output cannot be seeked. Not for several threads at once.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "lexicon/lexicon.h"
#include "text/offset_map.h"
#include "writing/database_rows.h"
#include "writing/part_sink.h"

struct sqlite3;
struct sqlite3_stmt;

namespace lede::writing {

class Database : public PartSink {
  public:
    // The lexicon holds the schema and is borrowed. Throws OutputError for a path that cannot be
    // written or holds something else, or a database whose offsets count other units.
    Database(const std::string& path, const Lexicon& lexicon, OffsetUnit unit);
    ~Database() override;

    void write(std::string_view part) override;
    void finish() override;
    // Tells of articles that took the place of others of the same run: ids of several outlets.
    std::string notice() const override;

  private:
    void open();
    void create(OffsetUnit unit);
    void check_schema(OffsetUnit unit);
    void prepare();
    void run(const std::string& sql);
    sqlite3_stmt* compile(const std::string& sql);
    std::string lookup(const std::string& name);
    std::int64_t number_for(std::string_view id);
    void remove_article(std::int64_t article);
    void close() noexcept;
    [[noreturn]] void fail(const std::string& why) const;
    void check(int status) const;

    std::string path_;
    std::string part_;  // where a new database grows; "" for one that is added to
    const Lexicon& lexicon_;
    sqlite3* connection_ = nullptr;
    sqlite3_stmt* find_ = nullptr;
    std::array<sqlite3_stmt*, kDatabaseTables.size()> insert_{};
    std::array<sqlite3_stmt*, kDatabaseTables.size()> remove_{};
    std::int64_t first_article_ = 1;  // of those that were not there before
    std::int64_t next_article_ = 1;
    std::uint64_t replaced_ = 0;  // that this run wrote
};

}  // namespace lede::writing
