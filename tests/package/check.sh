#!/usr/bin/env bash
# check.sh DEB ROOT   installs, upgrades, removes and purges the package in a Debian tree of its own (debootstrap makes
# one; it must reach its mirror). Root only. Nothing outside ROOT is touched.
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

cp "$deb" "$root/tmp/first.deb"
within apt-get -qq update
expect "installs with what it depends on" within apt-get -qq install -y --no-install-recommends /tmp/first.deb
expect "the program runs" within hoitruong --version
expect "fonts, assets and screens are found" within hoitruong check /usr/share/hoitruong/assets/conference
expect "a user of its own" within getent passwd hoitruong
expect "the configuration can be read by everyone" mode_is 644 $configuration
expect "no show runs, and status says so" bash -c "chroot '$root' hoitruong status; [ \$? -eq 69 ]"
for unit in hoitruong hoitruong-xserver hoitruong-cage hoitruong-kms; do
  expect "unit $unit" test -f "$root/usr/lib/systemd/system/$unit.service"
done

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
expect "the configuration is still there" grep -q ours.json "$root$configuration"
expect "purges" within apt-get -qq purge -y hoitruong
for gone in /etc/hoitruong /var/cache/hoitruong /var/lib/hoitruong /usr/share/hoitruong; do
  expect "gone: $gone" absent "$gone"
done
