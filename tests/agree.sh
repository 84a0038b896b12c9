#!/usr/bin/env bash
# Search and statistics say the same of raw articles and of the records made of them, and the same
# for one worker and for two. usage: tests/agree.sh BIN_DIR
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PATH=$(realpath -- "$1"):$PATH
export PATH
corpora=${LEDE_CORPORA:-$root/../shared/corpora}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cp "$root"/data/samples/*.txt .
inputs=(*.txt)
real=$corpora/../articles/north-korea.txt
if [[ -r $real ]]; then
    cp "$real" .
    inputs=(*.txt)
else
    echo "agree: no articles beside $corpora: our samples alone are compared"
fi

queries=(
    'sanctions' '"arms embargo"' 'fine*' '-river law' 'embargo OR sewage' '/[A-Z]\w+ said/'
    'NEAR/6(council voted)' 'said within s' 'law sanctions within p' 'entity:Whitcombe'
    'ORG:council' 'PERSON:hale fish' 'speaker:Whitcombe' 'speaker:Whitcombe(rules)'
    'speaker:Hale(river OR bank)' 'date:2021' 'date:2019-01..2022-12' 'citation:/us/usc/t50'
    'citation:/int/treaty' 'citation:/uk -sewage' 'published:2021' 'quote:direct(nothing)'
)
subjects=(
    'summary' 'words --fold' 'entities --top 30' 'quotes' 'citations --provisions'
    'timeline --period year' 'entities --where speaker:Hale' 'words --by publication --top 5'
)

failures=0
compared=0
compare() {
    compared=$((compared + 1))
    cmp -s "$1" "$2" && return
    failures=$((failures + 1))
    echo "agree: $3 differs"
    diff "$1" "$2" | head -6 || true
}

lede-extract --published 2022-03-01 "${inputs[@]}" >records.jsonl
for query in "${queries[@]}"; do
    for form in --json --tsv -c; do
        status=0
        lede-search -j 1 --published 2022-03-01 $form -e "$query" "${inputs[@]}" >raw || status=$?
        ((status < 2)) || { echo "agree: $query: status $status"; failures=$((failures + 1)); }
        [[ $form == -c ]] && awk -F: '{n += $NF} END {print n + 0}' raw >sum && mv sum raw
        lede-search -j 1 $form -e "$query" records.jsonl >annotated || true
        compare raw annotated "search $form $query: raw and records"
        [[ $form == -c ]] && continue
        lede-search -j 2 --published 2022-03-01 $form -e "$query" "${inputs[@]}" >two || true
        compare raw two "search $form $query: one worker and two"
    done
done
for subject in "${subjects[@]}"; do
    read -ra words <<<"$subject"
    lede-stats -j 1 --published 2022-03-01 "${words[@]}" "${inputs[@]}" >raw
    lede-stats -j 1 "${words[@]}" records.jsonl >annotated
    compare raw annotated "stats $subject: raw and records"
    lede-stats -j 2 --published 2022-03-01 "${words[@]}" "${inputs[@]}" >two
    compare raw two "stats $subject: one worker and two"
done
echo "agree: $compared comparisons, $failures differ"
exit $((failures > 0))
