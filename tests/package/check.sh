#!/usr/bin/env bash
# check.sh DEB ROOT   installs, upgrades, removes and purges the package in a Debian tree of its own (`./run package check`
# makes one of each release; it must reach its mirror). Root only. Nothing outside ROOT is touched.
set -euo pipefail
deb=$(realpath "$1")
root=$(realpath "$2")
[ "$root" != / ] || { echo "not the machine itself"; exit 64; }

within() { chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
expect() { # expect WHAT COMMAND...
  local what=$1
  shift
  if "$@" >"$root/tmp/said" 2>&1; then
    echo "ok      $what"
  else
    echo "FAILED  $what"
    cat "$root/tmp/said"
    exit 1
  fi
}
absent() { ! [ -e "$root$1" ]; }
mode_is() { [ "$(stat -c %a "$root$2")" = "$1" ]; }
configuration=/etc/hoitruong/hoitruong.toml

command -v lintian >/dev/null || { echo "FAILED  there is no lintian (apt install lintian)"; exit 1; }
lintian --fail-on error "$deb" >/dev/null && echo "ok      lintian finds no error" || { lintian "$deb"; exit 1; }
cp "$deb" "$root/tmp/first.deb"
within apt-get -qq update
expect "installs with what it depends on" within apt-get -qq install -y --no-install-recommends /tmp/first.deb
expect "the program runs" within hoitruong --version
expect "fonts, assets and screens are found" within hoitruong check /usr/share/hoitruong/assets/conference
expect "a user of its own" within getent passwd hoitruong
expect "the configuration can be read by everyone" mode_is 644 $configuration
for recommended in ca-certificates xserver-xorg-core polkitd; do
  expect "recommends $recommended" bash -c "dpkg-deb -f '$deb' Recommends | grep -q '$recommended'"
done
expect "no show runs, and status says so" bash -c "chroot '$root' hoitruong status; [ \$? -eq 69 ]"
for unit in hoitruong hoitruong-xserver hoitruong-cage hoitruong-kms; do
  expect "unit $unit" test -f "$root/usr/lib/systemd/system/$unit.service"
done

expect "an upgrade of the machine waits for a show's end" \
  test -f "$root/usr/lib/systemd/system/apt-daily-upgrade.service.d/hoitruong.conf"

expect "what the next checks need" within apt-get -qq install -y --no-install-recommends systemd xvfb xauth
expect "setup asks nothing where it is told everything" \
  within hoitruong setup --feed /usr/share/hoitruong/assets/conference --stack x11
expect "setup enabled the unit" test -L "$root/etc/systemd/system/multi-user.target.wants/hoitruong.service"
expect "setup left the comments" grep -q '^# Cấu hình Hội Trường' "$root$configuration"
expect "setup wrote the feed" grep -q '^address = "/usr/share/hoitruong/assets/conference"' "$root$configuration"
expect "setup takes another stack" within hoitruong setup --stack kms --unchecked
expect "and then disables the first" absent /etc/systemd/system/multi-user.target.wants/hoitruong.service

cat >"$root/tmp/show" <<'SHOW'
#!/bin/sh
# The show as the service runs it, but for systemd: its own user, its folders, a display.
export DISPLAY=:77 RUNTIME_DIRECTORY=/run/hoitruong STATE_DIRECTORY=/var/lib/hoitruong CACHE_DIRECTORY=/var/cache/hoitruong
Xvfb :77 -screen 0 640x360x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
until [ -S /tmp/.X11-unix/X77 ]; do kill -0 $server || exit 1; sleep 0.1; done
hoitruong show &
show=$!
for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  sleep 1
  if hoitruong status; then well=yes; break; fi
done
kill $show; wait $show; ended=$?
kill $server
[ "${well:-no}" = yes ] && [ $ended -eq 0 ]
SHOW
chmod 755 "$root/tmp/show"
within install -d -m 1777 /tmp/.X11-unix
within install -d -o hoitruong -g hoitruong /run/hoitruong /var/lib/hoitruong /var/cache/hoitruong
expect "the show runs as its own user, and status says so" within runuser -u hoitruong -- /tmp/show
grep -q 'step 1/' "$root/tmp/said" && echo "ok      $(grep -m1 'step 1/' "$root/tmp/said")"

# An upgrade that brings another default configuration, while the machine's own was edited.
sed -i 's|^address = .*|address = "https://example.org/ours.json"|' "$root$configuration"
again=$(mktemp -d)
trap 'rm -rf "$again"' EXIT
dpkg-deb -R "$deb" "$again/tree"
sed -i 's/^Version: .*/&+upgraded/' "$again/tree/DEBIAN/control"
sed -i 's/^poll = .*/poll = 7/' "$again/tree$configuration"
dpkg-deb --root-owner-group -b "$again/tree" "$root/tmp/second.deb" >/dev/null
mkdir -p "$root/var/cache/hoitruong" "$root/var/lib/hoitruong"
touch "$root/var/cache/hoitruong/fetched" "$root/var/lib/hoitruong/plays.jsonl"
expect "upgrades" within apt-get -qq install -y --no-install-recommends -o Dpkg::Options::=--force-confdef \
  -o Dpkg::Options::=--force-confold /tmp/second.deb
expect "the upgrade is there" bash -c "chroot '$root' dpkg-query -W -f '\${Version}' hoitruong | grep -q upgraded"
expect "the edited configuration stays" grep -q ours.json "$root$configuration"

expect "removes" within apt-get -qq remove -y hoitruong
expect "the program is gone" absent /usr/bin/hoitruong
expect "no unit is enabled that is gone" absent /etc/systemd/system/multi-user.target.wants/hoitruong-kms.service
expect "the configuration is still there" grep -q ours.json "$root$configuration"
expect "purges" within apt-get -qq purge -y hoitruong
for gone in /etc/hoitruong /var/cache/hoitruong /var/lib/hoitruong /usr/share/hoitruong; do
  expect "gone: $gone" absent "$gone"
done
