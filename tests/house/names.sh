#!/usr/bin/env bash
# Fails where two headers under SRC define a type of one name in one namespace: rooms are linked into one program, which
# then calls for both what was compiled for one of them (the one-definition rule, [basic.def.odr]).
set -u
src=$1

types=$(find "$src" -name '*.h' | sort | while read -r file; do
  awk -v file="$file" '
    /^namespace / { space = $2 }
    /^(class|struct|enum class) [A-Za-z_]+.*\{/ {
      name = $0
      sub(/^(class|struct|enum class) /, "", name)
      sub(/[^A-Za-z_].*/, "", name)
      print space "::" name " " file
    }' "$file"
done | sort)
[ -n "$types" ] || { echo "no types under $src"; exit 1; }
twice=$(cut -d' ' -f1 <<<"$types" | uniq -d)
for name in $twice; do
  echo "$name has several definitions:"
  grep "^$name " <<<"$types" | sed 's/^[^ ]* /  /'
done
[ -z "$twice" ]
