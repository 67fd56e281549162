#!/usr/bin/env bash
# held.sh PACKAGE-FOLDER   an upgrade restarts the show, but none that is held.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() { echo "$1"; exit 1; }

mkdir "$folder/bin"
cat >"$folder/bin/systemd-inhibit" <<'LIST'
#!/bin/sh
echo 'WHO              UID USER      PID  COMM            WHAT                             WHY                      MODE'
echo 'ModemManager     0   root      601  ModemManager    sleep                            ModemManager needs...    delay'
[ ! -e "${0%/bin/*}/show" ] ||
  echo 'Hội Trường       998 hoitruong 1204 hoitruong       shutdown:sleep:idle:handle-lid-switch Hội nghị đang... block'
LIST
printf '#!/bin/sh\n' >"$folder/bin/adduser"
printf '#!/bin/sh\necho "$@" >>"%s/called"\n' "$folder" >"$folder/bin/systemctl"
chmod +x "$folder"/bin/*
sed -e "s|/usr/libexec/hoitruong/held|$1/held|" -e "s|/run/systemd/system|$folder|" "$1/postinst" >"$folder/postinst"
export PATH="$folder/bin:$PATH"
restarts() { # restarts VERSION-BEFORE
  : >"$folder/called"
  sh "$folder/postinst" configure "$1" >"$folder/said"
  grep -q 'try-restart hoitruong.service' "$folder/called"
}

restarts 0.1.0 || fail "an upgrade leaves the old program running"
! restarts "" || fail "the first installation restarts something"
touch "$folder/show"
! restarts 0.1.0 || fail "a show that is held is restarted"
grep -q 'at the next boot' "$folder/said" || fail "nobody is told"
