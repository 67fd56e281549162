#!/usr/bin/env bash
# hung_server.sh UNIT   after which ends of the show its X server is ended too.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf '#!/bin/sh\necho "$@" >>"%s/called"\n' "$folder" >"$folder/systemctl"
chmod +x "$folder/systemctl"
command=$(sed -n "s|^ExecStopPost=-+/bin/sh -c '\(.*\)'$|\1|p" "$1")
[ -n "$command" ] || { echo "nothing is done after the show's end"; exit 1; }
for result in watchdog timeout success exit-code signal; do
  rm -f "$folder/called"
  # systemd makes one dollar of two.
  PATH="$folder:$PATH" SERVICE_RESULT=$result sh -c "${command//\$\$/\$}"
  case $result in
    watchdog | timeout) grep -q 'kill -s KILL hoitruong-xserver.service' "$folder/called" || { echo "$result: the server hangs on"; exit 1; } ;;
    *) [ ! -e "$folder/called" ] || { echo "$result: $(cat "$folder/called")"; exit 1; } ;;
  esac
done
