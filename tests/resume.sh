#!/usr/bin/env bash
# A run that is killed at a random moment and gone on with writes the same bytes as one that is left
# alone. usage: tests/resume.sh BIN_DIR [KILLS]      KILLS: how many runs are killed (default 6)
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PATH=$(realpath -- "$1"):$PATH
export PATH
kills=${2:-6}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Our samples, over and over under other ids, with a record among them that is no article.
awk '{ for (i = 1; i <= 200; ++i) { line = $0; sub(/"url": *"[^"]*"/, "&, \"id\": \"" NR "-" i "\"", line); print line } print "{broken" }' \
    "$root/data/samples/two-articles.jsonl" >news.jsonl
extract=(lede-extract -j 2 --part-size 50K news.jsonl)
fingerprint() { (cd "$1" && find . -type f | LC_ALL=C sort | xargs cksum); }

begin=$(date +%s%N)
"${extract[@]}" -o whole/ 2>/dev/null || (($? == 3))
millis=$((($(date +%s%N) - begin) / 1000000))
cat whole/part-*.jsonl | cmp - <(lede-extract news.jsonl 2>/dev/null)
fingerprint whole >expected

failures=0
killed=0
for ((i = 1; i <= kills; ++i)); do
    rm -rf out
    RANDOM=$i
    "${extract[@]}" --resume -o out/ 2>/dev/null &
    run=$!
    delay=$((RANDOM % (millis + 1)))
    sleep "$((delay / 1000)).$(printf %03d $((delay % 1000)))"
    kill -9 "$run" 2>/dev/null && killed=$((killed + 1))
    wait "$run" 2>/dev/null || true
    status=0
    "${extract[@]}" --resume --errors errors.jsonl -o out/ 2>/dev/null || status=$?
    ((status == 3)) || { echo "resume: run $i ends with $status"; failures=$((failures + 1)); }
    [[ $(wc -l <errors.jsonl) -eq 2 ]] || { echo "resume: run $i lists other errors"; failures=$((failures + 1)); }
    fingerprint out | cmp -s - expected || {
        echo "resume: run $i, killed after $delay ms, differs"
        fingerprint out | diff - expected | head -5 || true
        failures=$((failures + 1))
    }
done
echo "resume: $kills runs, $killed of them killed on the way, $failures differ"
exit $((failures > 0))
