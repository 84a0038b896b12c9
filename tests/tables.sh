#!/usr/bin/env bash
# Every table, read by the programs that users read tables with: each finds the same rows, and the
# cells that make trouble (quotes, tabs, line breaks, a leading equals sign) as they are. A program
# that is not installed is passed over with a word. usage: tests/tables.sh BIN_DIR
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PATH=$(realpath -- "$1"):$PATH
export PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failures=0
complain() { echo "tables: $1"; failures=$((failures + 1)); }

# Articles whose cells are hard to carry, and our samples.
cat >hard.jsonl <<'END'
{"id":"=1+1","title":"=SUM(A1) \"quoted\", and, commas","text":"“He said \"no\",” Sen. Carla Whitcombe, D-Ore., told reporters.\n\nThe 'council' met in Ohio on March 3, 2021; it paid 5,000\u00a0dollars.","published":"2021-03-04","desk":"a\tb"}
{"id":"tab\tand\nbreak","title":"A\ttab\r\nand a break","text":"Line one of Ohio\nline two\tof it, said Mayor Rosa Hale.\n\n\\N NA NULL\n\n#no comment in Ohio.","published":"2021-03-04"}
{"id":"-","title":"'","text":"\"\"\"Ohio,\"\" she said.\n\n+1 @Ohio \u2028 x\u0085y","published":"2021-03-04"}
END
lede-extract --tsv -o tsv/ hard.jsonl "$root"/data/samples/*.txt
lede-extract --csv -o csv/ hard.jsonl "$root"/data/samples/*.txt
lede-extract --layers all --format sqlite -o news.db hard.jsonl "$root"/data/samples/*.txt
tables=(articles sentences tokens entities dates quotes citations)
columns() { head -n 1 "tsv/$1.tsv" | tr '\t' '\n' | wc -l; }
declare -A rows
for table in "${tables[@]}"; do rows[$table]=$(($(wc -l <"tsv/$table.tsv") - 1)); done
((rows[articles] == 7 && rows[entities] > 50 && rows[quotes] > 20)) ||
    complain "too few rows to tell: ${rows[articles]} ${rows[entities]} ${rows[quotes]}"
same() { [[ $2 == "$3" ]] || complain "$1: $2 where $3 are"; }

compared=()
if command -v python3 >/dev/null; then
    compared+=("Python csv")
    for table in "${tables[@]}"; do
        read -r tsv csv < <(python3 - "$table" <<'END'
import csv, sys
table = sys.argv[1]
def shape(name, **how):
    with open(name, encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f, **how))
    assert all(None not in row and None not in row.values() for row in rows), name
    return rows
tsv = shape(f"tsv/{table}.tsv", delimiter="\t", quoting=csv.QUOTE_NONE)
both = shape(f"csv/{table}.csv")
flat = lambda text: " ".join(text.split())
assert [[flat(c) for c in r.values()] for r in tsv] == [[flat(c) for c in r.values()] for r in both], table
if table == "articles":
    assert both[0]["article"] == "=1+1" and both[0]["title"] == '=SUM(A1) "quoted", and, commas'
    assert both[1]["article"] == "tab\tand\nbreak", both[1]["article"]
print(len(tsv), len(both))
END
        )
        same "Python csv, $table.tsv" "$tsv" "${rows[$table]}"
        same "Python csv, $table.csv" "$csv" "${rows[$table]}"
    done
    if python3 -c 'import pandas' 2>/dev/null; then
        compared+=("pandas")
        for table in "${tables[@]}"; do
            same "pandas, $table" "$(python3 -c "
import pandas
t = pandas.read_csv('tsv/$table.tsv', sep='\t', quoting=3, keep_default_na=False)
c = pandas.read_csv('csv/$table.csv', keep_default_na=False)
print(len(t), len(c), len(t.columns))")" "${rows[$table]} ${rows[$table]} $(columns "$table")"
        done
    fi
fi
if command -v sqlite3 >/dev/null; then
    compared+=("sqlite3")
    for table in "${tables[@]}"; do
        same "sqlite3, $table.csv" "$(sqlite3 :memory: ".import --csv csv/$table.csv t" \
            "SELECT count(*) FROM t")" "${rows[$table]}"
        same "sqlite3, $table.tsv" "$(sqlite3 :memory: '.mode ascii' '.separator "\t" "\n"' \
            ".import tsv/$table.tsv t" "SELECT count(*) FROM t" | tr -d '\t\n')" "${rows[$table]}"
    done
    for table in articles sentences dates quotes citations; do
        same "the database, $table" "$(sqlite3 news.db "SELECT count(*) FROM $table")" "${rows[$table]}"
    done
    same "the database, mentions" "$(sqlite3 news.db 'SELECT count(*) FROM mentions')" "${rows[entities]}"
    same "the database, a hard title" \
        "$(sqlite3 news.db "SELECT title FROM articles WHERE id = '=1+1'")" \
        '=SUM(A1) "quoted", and, commas'
fi
if command -v Rscript >/dev/null; then
    compared+=("R")
    cat >count.R <<'END'
for (table in commandArgs(TRUE)) {
    t <- read.delim(paste0("tsv/", table, ".tsv"), quote = "", na.strings = "")
    c <- read.csv(paste0("csv/", table, ".csv"), na.strings = "")
    cat(nrow(t), nrow(c), ncol(t), ncol(c), "\n")
}
END
    for table in "${tables[@]}"; do echo "${rows[$table]} ${rows[$table]} $(columns "$table") $(columns "$table") "; done >expected
    LC_ALL=C.UTF-8 Rscript count.R "${tables[@]}" >found 2>&1 || true
    cmp -s expected found || { complain "R reads other rows:"; diff expected found | head; }
fi
if command -v mlr >/dev/null; then
    compared+=("Miller")
    for table in "${tables[@]}"; do
        same "Miller, $table.tsv" "$(mlr --itsv --ojson cat "tsv/$table.tsv" | grep -c '^{')" "${rows[$table]}"
        same "Miller, $table.csv" "$(mlr --icsv --ojson cat "csv/$table.csv" | grep -c '^{')" "${rows[$table]}"
    done
fi
if command -v jq >/dev/null; then
    compared+=("jq")
    lede-extract hard.jsonl "$root"/data/samples/*.txt >records.jsonl
    for table in entities dates quotes citations sentences; do
        same "jq, $table" "$(jq ".$table | length" records.jsonl | awk '{n += $1} END {print n}')" "${rows[$table]}"
    done
    same "jq, a hard id" "$(jq -r 'select(.title | startswith("A\t")).id' records.jsonl)" $'tab\tand\nbreak'
fi
if command -v duckdb >/dev/null; then
    compared+=("DuckDB")
    for table in "${tables[@]}"; do
        same "DuckDB, $table" "$(duckdb -noheader -list -c "SELECT (SELECT count(*) FROM
            read_csv('tsv/$table.tsv', delim='\t', quote='', header=true)), count(*) FROM 'csv/$table.csv'")" \
            "${rows[$table]}|${rows[$table]}"
    done
fi
echo "tables: read by $(printf '%s, ' "${compared[@]}" | sed 's/, $//'); $failures differ"
exit $((failures > 0))
