#!/usr/bin/env bash
# Builds the fuzz targets and runs each: tests/fuzz/run.sh [SECONDS] [TARGET…]. Seeds and crashes stay in build/fuzz/work.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-300}; shift || true
targets=("$@"); [ ${#targets[@]} -gt 0 ] || targets=(zip docx dossier keys)
[ -d build/fuzz ] || cmake --preset fuzz >/dev/null
cmake --build --preset fuzz
work=build/fuzz/work
python3 tests/fuzz/seeds.py "$work/seeds"
for target in "${targets[@]}"; do
  mkdir -p "$work/corpus/$target" "$work/crashes/$target"
  dictionary=(); [ "$target" = docx ] && dictionary=(-dict=tests/fuzz/ooxml.dict)
  echo "fuzz_$target: $seconds s"
  UBSAN_OPTIONS=print_stacktrace=1 nice "build/fuzz/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1500 -max_len=24000 "${dictionary[@]}" \
    -artifact_prefix="$work/crashes/$target/" -print_final_stats=1 "$work/corpus/$target" "$work/seeds/$target" 2>&1 | tail -n 25
done
