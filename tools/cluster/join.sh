#!/usr/bin/env bash
# Joins what the shards of a run left, when all are there: the bytes that a single run writes.
# usage: join.sh OUT_DIR
# Of OUT_DIR/shard-I.jsonl makes OUT_DIR/records.jsonl (packed as the shards are), of counts-I.freq
# counts.freq, of index-I the index OUT_DIR/index; each where the shards have it, whole or not at
# all. The shards stay; what is joined already is left alone.
set -euo pipefail
shopt -s nullglob

[[ $# -eq 1 ]] || { sed -n '3s/^# //p' "$0" >&2; exit 2; }
out=$1
reports=("$out"/report-*.json)
[[ ${#reports[@]} -gt 0 ]] || { echo "join.sh: $out: no shard has been run" >&2; exit 2; }
of=$(sed -n 's|.*"--shard","[0-9]*/\([0-9]*\)".*|\1|p;q' "${reports[0]}")
part=$out/joined.part.$(uname -n).$$
trap 'rm -rf -- "$part"' EXIT

# Sets `shards` to the names FIRST-I.LAST of all shards; false where there are none. Some are an error.
all_shards() {
    local i missing=()
    shards=()
    for i in $(seq -w 1 "$of"); do
        if [[ -e $out/$1-$i$2 ]]; then shards+=("$out/$1-$i$2"); else missing+=("$i"); fi
    done
    [[ ${#shards[@]} -gt 0 ]] || return 1
    [[ ${#missing[@]} -eq 0 ]] && return
    echo "join.sh: $out: no $1-I$2 of shard ${missing[*]}: run what is missing first" >&2
    exit 2
}

found=false
for suffix in .jsonl .jsonl.{gz,zst,xz,bz2}; do
    all_shards shard "$suffix" || continue
    found=true
    [[ -e $out/records$suffix ]] && continue
    cat -- "${shards[@]}" >"$part"
    mv -T -- "$part" "$out/records$suffix"
done
$found || { echo "join.sh: $out: no shard is there" >&2; exit 2; }
if all_shards counts .freq && [[ ! -e $out/counts.freq ]]; then
    lede-stats merge --save "$out/counts.freq" "${shards[@]}"
fi
if all_shards index "" && [[ ! -e $out/index ]]; then
    lede-index "$part" "${shards[@]}"
    mv -T -- "$part" "$out/index"
fi
rm -rf -- "$out"/index-*.part.*  # of attempts that were cut off
