#!/usr/bin/env bash
# The man page is without mistakes of form.
set -u
said=$(LC_ALL=C.UTF-8 man --warnings -l "$1" 2>&1 >/dev/null)
[ -z "$said" ] || { echo "$said"; exit 1; }
