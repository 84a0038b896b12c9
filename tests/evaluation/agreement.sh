#!/usr/bin/env bash
# lede-eval gives the figures of the reference scorers, on records of a few shared documents.
# usage: agreement.sh BIN_DIR CORPORA      exit 77 (skipped): no corpora, no scorers or no python3
set -euo pipefail
bin=$1 corpora=$2
score=$corpora/../score
if ! command -v python3 >/dev/null || [[ ! -d $corpora || ! -f $score/tokens.py ]]; then
    echo "skipped: no reference scorers beside $corpora"
    exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# annotate LAYER GOLD: records of the gold's texts
annotate() {
    "$bin/lede-eval" --texts "$1" "$2" > "$1.texts"
    "$bin/lede-extract" --offsets bytes -l all "$1.texts" > "$1.records"
    "$bin/lede-eval" "$1" --records "$1.records" --tsv "$2" > "$1.ours"
}

# agree LAYER MEASURE COLUMN VALUE: our cell is VALUE to the second digit
agree() {
    local ours
    ours=$(awk -F'\t' -v m="$2" -v c="$3" '$1 == m {print $c}' "$1.ours")
    awk -v a="$ours" -v b="$4" 'BEGIN {exit !(a != "" && (a - b)^2 < 0.00011)}' ||
        { echo "$1: $2: ours $ours, reference $4"; exit 1; }
}

head -n 3000 "$corpora/ud/en_gum-ud-dev-open.conllu" > tokens.conllu
annotate tokens tokens.conllu
python3 "$score/tokens.py" --system tokens.records --json tokens.conllu > tokens.theirs
for measure in Tokens Words Sentences Bounds UPOS Lemmas; do
    agree tokens $measure 4 "$(python3 -c 'import json,sys
print(json.load(open("tokens.theirs"))["all"][sys.argv[1]][2])' $measure)"
done

head -n 8 "$corpora/ner/namecoref.jsonl" > names.gold
annotate names names.gold
python3 "$score/namecoref.py" names.gold --system names.records --json > names.theirs
agree names "hard links" 4 "$(python3 -c 'import json; print(json.load(open("names.theirs"))["hard"][2])')"

head -n 8 "$corpora/quotes/gum_quotes.dev.jsonl" > quotes.gold
annotate quotes quotes.gold
python3 "$score/quotes.py" quotes.gold quotes.records --json > quotes.theirs
for pair in exact:all.exact.any overlap:all.overlap.any attributed:all.AQ core\ overlap:core.overlap.any; do
    agree quotes "${pair%%:*}" 4 "$(python3 -c 'import json,sys
print(json.load(open("quotes.theirs"))[sys.argv[1]][2])' "${pair#*:}")"
done

head -n 30 "$corpora/citations/uslm_tune.jsonl" > citations.gold
annotate citations citations.gold
python3 "$score/citations.py" --cases citations.gold --system citations.records --json > citations.theirs
agree citations exact 4 "$(python3 -c 'import json
print(100 * next(iter(json.load(open("citations.theirs")).values()))["exact_f"])')"

head -n 2500 "$corpora/ner/gum_news.tsv" > entities.gold
annotate entities entities.gold
python3 "$score/entities.py" --gold entities.gold --col 1 --jsonl entities.records --json entities.theirs >/dev/null 2>&1
agree entities MICRO 4 "$(python3 -c 'import json; print(100 * json.load(open("entities.theirs"))["micro"][2])')"
echo "lede-eval agrees with the reference scorers"
