#!/usr/bin/env bash
# The libraries that most symbols of PROGRAM come from are those it names first (src/app/CMakeLists.txt).
set -u
first=$(LC_ALL=C readelf -d "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]$/\1/p' | head -n 3 | paste -sd ' ')
[ "$first" = "libc.so.6 libcrypto.so.3 libstdc++.so.6" ] || { echo "named first: $first"; exit 1; }
