#!/usr/bin/env bash
# Writes Sources/CDefaults/defaults.c, which holds every file of templates/ inside the binary.
set -euo pipefail
cd "$(dirname "$0")/.."
out=Sources/CDefaults/defaults.c
{
  echo '// Made by scripts/embed-defaults.sh; a test fails when a file of templates/ is missing here.'
  echo '#include "defaults.h"'
  echo
  i=0
  names=()
  while IFS= read -r file; do
    echo "static const unsigned char file_$i[] = {"
    echo "#embed \"../../templates/$file\""
    echo '};'
    names+=("$file")
    i=$((i + 1))
  done < <(cd templates && find . -type f ! -name '.*' | sed 's|^\./||' | LC_ALL=C sort)
  echo
  echo 'static const struct hc_default defaults[] = {'
  for n in "${!names[@]}"; do
    echo "  {\"${names[$n]}\", file_$n, sizeof file_$n},"
  done
  echo '};'
  echo
  echo 'size_t hc_defaults_count(void) { return sizeof defaults / sizeof defaults[0]; }'
  echo
  echo 'const struct hc_default *hc_default_at(size_t index) {'
  echo '  return index < hc_defaults_count() ? &defaults[index] : 0;'
  echo '}'
} > "$out"
