#!/usr/bin/env bash
# set-up.sh [LIST]: installs the Debian packages of LIST (scripts/packages.txt) that are missing; nothing when all are there.
set -euo pipefail
cd "$(dirname "$0")/.."

list=${1:-scripts/packages.txt}
missing=()
while IFS= read -r package; do
  status=$(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null || true)
  [[ "$status" == ii* ]] || missing+=("$package")
done < "$list"

if ((${#missing[@]} > 0)); then
  if [[ $(id -u) -ne 0 ]]; then
    printf 'These Debian packages are missing. Install them, then run make again:\n\n' >&2
    printf '    sudo apt-get install --no-install-recommends %s\n\n' "${missing[*]}" >&2
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
fi

if ! command -v swift > /dev/null; then
  echo 'Swift 6.3 is not on the PATH: install it from https://www.swift.org/install/linux/ first.' >&2
  exit 1
fi
