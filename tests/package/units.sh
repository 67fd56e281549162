#!/usr/bin/env bash
# units.sh FOLDER   systemd understands the units in FOLDER, and they are exposed as little as the README says.
set -euo pipefail
if ! command -v systemd-analyze >/dev/null; then
  echo "NOT CHECKED: there is no systemd-analyze (apt install systemd)"
  exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# What is started is not installed here.
for unit in "$1"/*.service; do
  sed -E 's#^(Exec[A-Za-z]+=[-+@!:]*)/[^ ]+#\1/bin/true#' "$unit" >"$(basename "$unit")"
done
printf '[Service]\nType=oneshot\nExecStart=/bin/true\n' >apt-daily-upgrade.service
mkdir apt-daily-upgrade.service.d
cp "$1/apt-daily-upgrade.conf" apt-daily-upgrade.service.d/hoitruong.conf

# A key it does not know is only a warning to it.
said=$(systemd-analyze verify --man=no ./*.service 2>&1) || { echo "$said"; exit 1; }
[ -z "$said" ] || { echo "$said"; exit 1; }

# In tenths; a later systemd asks for a little more.
while read -r unit most; do
  level=$(systemd-analyze security --offline=true --no-pager --threshold="$most" "./$unit.service" | tail -1) ||
    { echo "more than ${most:0:-1}.${most: -1}: $level"; exit 1; }
done <<'LEVELS'
hoitruong 20
hoitruong-xserver 56
hoitruong-cage 25
hoitruong-kms 20
LEVELS
