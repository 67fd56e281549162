#!/usr/bin/env bash
# The include test must see what it is there to see.
set -eu
check=$1
house=$(mktemp -d)
trap 'rm -rf "$house"' EXIT
mkdir -p "$house/base" "$house/show"

echo '#include "base/time.h"' >"$house/show/right.cpp"
echo '#include <vector>' >>"$house/show/right.cpp"
"$check" "$house" >/dev/null || { echo "a right include was refused"; exit 1; }

for wrong in '#include "show/step.h"' '#include <curl/curl.h>' '#  include "draw/canvas.h"'; do
  echo "$wrong" >"$house/base/wrong.cpp"
  if "$check" "$house" >/dev/null; then
    echo "not seen: $wrong"
    exit 1
  fi
done
