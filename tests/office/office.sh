#!/usr/bin/env bash
# office.sh PROGRAM: a show under Xvfb of a workbook and of a table while LibreOffice edits them. The wall must show what
# `snapshot` makes of the edited file within one poll (5 s) of the moment it was saved. A line for each, exit code 1 where one fails.
set -euo pipefail
program=$1 here=$(dirname "$(readlink -f "$0")")
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 XDG_CACHE_HOME=$work/cache XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/config XDG_RUNTIME_DIR=$work/run
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset WAYLAND_DISPLAY
code=0

Xvfb -displayfd 3 -screen 0 1280x720x24 -nolisten tcp >"$work/xvfb.log" 2>&1 3>"$work/display-number" &
pids+=($!)
until [ -s "$work/display-number" ]; do sleep 0.1; done
export DISPLAY=:$(head -1 "$work/display-number")

# wall_is PICTURE: the wall's pixels are its, but for rounding.
wall_is() {
  import -silent -window root -depth 8 "$work/wall.png"
  [ "$(compare -metric AE -fuzz 2% "$work/wall.png" "$1" null: 2>&1 || true)" = 0 ]
}
page_of() {
  rm -rf "$work/page"
  "$program" snapshot "$1" --screen members --size 1280x720 --out "$work/page" >>"$work/snapshot.log" 2>&1
  mv "$work"/page/*.png "$2"
}

# follow FILE CELL TEXT
follow() {
  local file=$1 show saved now since status=late
  page_of "$file" "$work/before.png"
  "$program" show "$file" --show members --poll 5 >"$work/show.log" 2>&1 &
  show=$!
  pids+=("$show")
  local tries=0
  until wall_is "$work/before.png"; do
    tries=$((tries + 1))
    [ $tries -lt 200 ] || { echo "$(basename "$file"): the first page never came"; cat "$work/show.log"; return 1; }
    sleep 0.1
  done
  saved=$(/usr/bin/python3 "$here/edit_cell.py" "$file" "$2" "$3" 2>"$work/office.log") || { cat "$work/office.log"; return 1; }
  page_of "$file" "$work/after.png"
  # A table read in the wrong encoding would look alike on the wall and in the picture.
  ! "$program" check "$file" --lang en 2>&1 | grep -q no-headings || { echo "$(basename "$file"): its headings are lost"; return 1; }
  ! cmp -s "$work/before.png" "$work/after.png" || { echo "$(basename "$file"): the edit is not in the file"; return 1; }
  for _ in $(seq 100); do
    if wall_is "$work/after.png"; then
      status=shown
      break
    fi
    sleep 0.1
  done
  now=$(date +%s.%N)
  # LibreOffice's own end and the page to compare with are in it: the wall was right no later than that.
  since=$(awk -v a="$saved" -v b="$now" 'BEGIN { printf "%.1f", b - a }')
  echo "$(basename "$file"), $2 changed by LibreOffice: $status on the wall within $since s of being saved"
  [ $status = shown ] && awk -v s="$since" 'BEGIN { exit s > 5 }' || code=1
  kill "$show" && wait "$show" || true
}

"$program" template "$work/made" >/dev/null 2>&1
cp "$work/made/thanh-vien.csv" "$work/members.csv"
soffice -env:UserInstallation="file://$work/profile" --headless --infilter="CSV:44,34,76,1" --convert-to xlsx --outdir "$work" "$work/members.csv" >"$work/office.log" 2>&1
soffice -env:UserInstallation="file://$work/profile" --headless --infilter="CSV:44,34,76,1" --convert-to ods --outdir "$work" "$work/members.csv" >>"$work/office.log" 2>&1
for kind in xlsx ods csv; do follow "$work/members.$kind" B2 "Đơn vị được sửa bằng LibreOffice" || code=1; done
exit $code
