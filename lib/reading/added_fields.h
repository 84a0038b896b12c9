// AddedFields: what the user says about articles beside their files: a joined table (--meta), the
// folders they stand in (--path-fields), and fixed values (--set).
//
//   --path-fields 'publication/%Y/%m/%d'   "Harbour/2019/02/20/a.txt" -> publication, 2019-02-20
//   --meta facts.csv --meta-key id         the row whose first matching column holds the id
//   --set desk=Asia                        meta desk "Asia"; a part's name sets that part
//
// A part that the record itself gives is kept; --set goes over everything.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/article.h"
#include "reading/article_fields.h"
#include "reading/calendar_date.h"
#include "reading/raw_record.h"

namespace lede::reading {

enum class MetaKey : std::uint8_t { kPath, kId, kUrl };

struct AddedFieldOptions {
    std::string meta_file = {};       // a CSV or TSV file with a header row
    MetaKey meta_key = MetaKey::kId;  // by what its rows are found; the column of that name
    std::string path_fields = {};     // segments: a field's name, %Y %m %d in any mix, or *
    std::vector<std::pair<std::string, std::string>> set = {};  // --set
};

class AddedFields {
  public:
    // Reads the table whole. Throws std::runtime_error if it cannot be read or lacks the key.
    AddedFields(const Lexicon& lexicon, AddedFieldOptions options);

    // The table's row and the path's segments.
    void add(const RawRecord& record, Article& article) const;

    // The fixed values; last of all.
    void set(Article& article) const;

  private:
    void load_table(const Lexicon& lexicon);
    void add_row(const RawRecord& record, Article& article) const;
    void add_path(const std::string& path, Article& article) const;

    AddedFieldOptions options_;
    ArticleFields fields_;
    DateReader dates_;
    std::vector<std::string> columns_;
    std::map<std::string, std::vector<std::string>, std::less<>> rows_;
};

}  // namespace lede::reading
