#!/usr/bin/env bash
# Installs what is missing, builds, and runs all the tests. usage: tests/run.sh [CTEST-OPTION]...
# Accuracy floors also run where the shared corpora are: LEDE_CORPORA (default ../shared/corpora).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/tools/install_packages.sh"
cd "$root"
export LEDE_CORPORA=${LEDE_CORPORA:-$root/../shared/corpora}
[[ -d $LEDE_CORPORA ]] || echo "tests: no corpora at $LEDE_CORPORA: accuracy floors on them are skipped" >&2
cmake --preset release >/dev/null
cmake --build --preset release
ctest --preset release "$@"
