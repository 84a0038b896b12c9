#!/usr/bin/env bash
# From nothing to a result: installs the packages, builds Lede, and shows what it reads in ARTICLE.
# usage: tools/quickstart.sh [ARTICLE]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
article=${1:-$root/data/samples/export-controls.txt}
[[ -r $article ]] || { echo "quickstart: $article: cannot be read" >&2; exit 2; }
article=$(realpath -- "$article")

"$root/tools/install_packages.sh"
cd "$root"
echo "Building (the first time takes a few minutes) ..." >&2
cmake --preset release >/dev/null
cmake --build --preset release --target lede-bin >&2

echo >&2
build/release/bin/lede-extract --format pretty -- "$article"
echo >&2
echo "Next: build/release/bin/lede-extract --json '$article' | head -c 600" >&2
echo "      build/release/bin/lede-extract --help" >&2
