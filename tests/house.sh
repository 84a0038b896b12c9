#!/usr/bin/env bash
# Checks the plan of the house: a room includes only what lies below it, rooms of the annotators'
# floor never include each other, no file is too long, nothing is left undone.
# usage: tests/house.sh [ROOT]
set -euo pipefail
root=${1:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}
cd "$root"

declare -A floor=(
    [text]=0 [lexicon]=1 [charts]=1 [model]=2 [reading]=3 [learning]=3 [tokens]=4
    [citations]=5 [duplicates]=5 [dates]=5 [entities]=5 [quotes]=5 [relations]=5 [pipeline]=6
    [search]=7 [stats]=7 [writing]=7 [training]=7 [evaluation]=7 [lede]=8
)
# Rooms that stand on a neighbour of their own floor: the record's writer serves the others, and
# statistics select by the search language.
declare -A neighbour=([search:writing]=1 [stats:writing]=1 [stats:search]=1)

failures=0
complain() { echo "house: $1"; failures=$((failures + 1)); }

for path in lib/*; do
    [[ -n ${floor[${path#lib/}]:-} ]] || complain "$path: a room that the plan does not name"
done
while IFS=: read -r path _ line; do
    room=${path#lib/}
    room=${room%%/*}
    included=${line#*\"}
    included=${included%%/*}
    [[ -n ${floor[$included]:-} && $included != "$room" ]] || continue
    if ((floor[$included] >= floor[$room])) && [[ -z ${neighbour[$room:$included]:-} ]]; then
        complain "$path includes $included/, which does not lie below $room/"
    fi
done < <(grep -rn '^#include "[a-z]*/' lib)
while read -r lines path; do
    [[ $path == total ]] || ((lines <= 500)) || complain "$path has $lines lines: look for the second idea"
done < <(find lib tools \( -name '*.h' -o -name '*.cpp' \) -exec wc -l {} +)

if grep -rnE '\b(TODO|FIXME)\b' lib tools tests/*/ data --include='*.h' --include='*.cpp' --include='*.tsv'; then
    complain "something is left undone"
fi
if find lib tools tests -name '*util*' -o -name '*common*' -o -name '*misc*' -o -name '*helper*' |
    grep -v '/corpus/'; then
    complain "a name that says nothing"
fi
((failures == 0)) && echo "house: in order"
exit $((failures > 0))
