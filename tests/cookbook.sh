#!/usr/bin/env bash
# Runs every recipe of the cookbook over the samples: each must end well, say nothing on standard
# error, and give something. usage: tests/cookbook.sh BIN_DIR
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PATH=$(realpath -- "$1"):$PATH
export PATH PYTHONPATH=$root/tools/cookbook LC_ALL=C.UTF-8
for tool in jq sqlite3 python3; do
    command -v "$tool" >/dev/null || { echo "cookbook: $tool is not installed"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/here/news" "$work/recipes"
cd "$work/here"
cp "$root"/data/samples/*.txt "$root"/data/samples/*.jsonl news
cp "$root/tools/cookbook/lede.R" .
lede-extract --format sqlite -o news.db news/

# Code blocks, one file each, under the heading that stands above them.
awk -v folder="$work/recipes" '
    /^### / { ++n; file = sprintf("%s/%02d", folder, n); print substr($0, 5) > (file ".title") }
    /^    / { print substr($0, 5) > file }' "$root/tools/cookbook/cookbook.md"

failures=0
recipes=0
for recipe in "$work"/recipes/??; do
    recipes=$((recipes + 1))
    title=$(cat "$recipe.title")
    touch "$work/begin"
    status=0
    bash -eo pipefail "$recipe" >"$work/out" 2>"$work/err" </dev/null || status=$?
    made=$(find . -newer "$work/begin" -type f -size +0 | wc -l)
    if ((status != 0)) || [[ -s $work/err ]]; then
        echo "cookbook: \"$title\" ends with $status"
        head -n 3 "$work/err"
        failures=$((failures + 1))
    elif [[ ! -s $work/out && $made -eq 0 && $title != "Dates that no calendar"* && $title != "Sentences in which"* ]]; then
        echo "cookbook: \"$title\" gives nothing"
        failures=$((failures + 1))
    fi
done

# The database, the records and the statistics say the same.
agree() { [[ $2 == "$3" ]] || { echo "cookbook: $1: $2 and $3"; failures=$((failures + 1)); }; }
ask() { sqlite3 news.db "SELECT count(*) FROM $1"; }
lede-extract -o all.jsonl news/
counted() { lede-stats summary all.jsonl | awk -F '\t' -v what="$1" '$1 == what { print $2 }'; }
for what in articles sentences mentions entities dates quotes citations; do
    agree "$what" "$(ask "$what")" "$(counted "$what")"
done
agree "quotations by Whitcombe" "$(ask "who_said WHERE speaker = 'Carla Whitcombe'")" \
    "$(python3 -c 'import lede; print(sum(lede.speaker(q) == "Carla Whitcombe" for a in lede.read("all.jsonl") for q in a.quotes))')"
for unit in bytes utf16; do
    lede-extract --offsets "$unit" -o "$unit.jsonl" news/
    agree "texts of items in $unit" "$(python3 -c "
import lede
print(sum(a.text_of(i) != i['text'] for a in lede.read('$unit.jsonl') for l in (a.entities, a.dates, a.quotes, a.citations) for i in l))")" 0
done
echo "cookbook: $recipes recipes, $failures fail"
exit $((failures > 0))
