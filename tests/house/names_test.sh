#!/usr/bin/env bash
# The test of names must see what it is there to see.
set -eu
check=$1
house=$(mktemp -d)
trap 'rm -rf "$house"' EXIT
mkdir -p "$house/feed" "$house/draw"

printf 'namespace hall {\nclass Sheet;\nstruct Row {\n};\n}\n' >"$house/feed/sheet.h"
printf 'namespace hall {\nclass Sheet final : public Row {\n};\n}\n' >"$house/draw/sheet.h"
printf 'namespace hall::words {\nstruct Row {\n};\n}\n' >"$house/draw/words.h"
"$check" "$house" >/dev/null || { echo "right names were refused"; exit 1; }

printf 'namespace hall {\nenum class Sheet { one };\n}\n' >"$house/feed/kind.h"
if "$check" "$house" >/dev/null; then
  echo "not seen: two types of one name"
  exit 1
fi
