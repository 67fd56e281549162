#!/usr/bin/env bash
# xserver.sh XSERVER   what the X server of the service is started with, by a stand-in for the server itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() { echo "$1"; exit 1; }

mkdir -p "$folder/bin" "$folder/technician"
echo '# a projector' >"$folder/technician/10-projector.conf"
for one in xauth mcookie chgrp; do printf '#!/bin/sh\n:>>"%s/authority"\n' "$folder" >"$folder/bin/$one"; done
cat >"$folder/bin/Xorg" <<'SERVER'
#!/bin/sh
while [ "$1" != -configdir ]; do shift; done
cat "$2"/*.conf
SERVER
chmod +x "$folder"/bin/*
sed -e "s|/usr/lib/xorg/Xorg|$folder/bin/Xorg|" -e "s|/etc/X11/xorg.conf.d|$folder/technician|" -e "s|/etc/X11/xorg.conf |$folder/none |g" "$1" >"$folder/xserver"
for start in first again; do
  PATH="$folder/bin:$PATH" sh "$folder/xserver" "$folder/authority" >"$folder/read" 2>"$folder/said" || fail "the $start start fails"
  grep -q '"DontVTSwitch" "true"' "$folder/read" || fail "Ctrl+Alt+F1 leads to a login prompt"
  grep -q '"DontZap" "true"' "$folder/read" || fail "keys may end the server"
  [ "$(tail -1 "$folder/read")" = '# a projector' ] || fail "a technician's own settings are not read, or not last"
  [ ! -s "$folder/said" ] || fail "it warns: $(cat "$folder/said")"
done
printf 'Section "ServerFlags"\nEndSection\n' >"$folder/technician/20-flags.conf"
PATH="$folder/bin:$PATH" sh "$folder/xserver" "$folder/authority" >/dev/null 2>"$folder/said"
grep -q DontVTSwitch "$folder/said" || fail "nobody is told that other ServerFlags take the place of ours"
