#!/usr/bin/env bash
# Every option that `hoitruong show --help` names stands in the man page's OPTIONS, and no other.
set -u
program=$1 page=$2
helped=$("$program" show --help | grep -oE -- '^ +(-[a-z],)?--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort -u)
written=$(sed -n '/^\.SH OPTIONS/,/^\.SH KEYS/p' "$page" | grep -E -- '^\.B[IR]? \\-\\-' | sed 's/\\-/-/g' |
  grep -oE -- '--[a-z-]+' | grep -v -- '--version' | sort -u)
[ -n "$helped" ] || { echo "the program names no option"; exit 1; }
if ! difference=$(diff <(echo "$helped") <(echo "$written")); then
  echo "the program's options (<) and the man page's (>):"
  echo "$difference"
  exit 1
fi
