#!/usr/bin/env bash
# Reads the #include lines under SRC and fails on any that runs against the levels, or that takes a third-party
# library into a room that has no business with it. One line per room: what it may use.
set -u
src=$1

allowed() {
  case $1 in
    base)       echo "unicode/ sodium.h openssl/evp.h nlohmann/ spdlog/ fmt/" ;;
    conference) echo "base/ fmt/" ;;
    net)        echo "base/ curl/ fmt/" ;;
    remote)     echo "base/ microhttpd.h fmt/" ;;
    draw)       echo "base/ imgui hb ft2build.h freetype/ FT_ fmt/" ;;
    platform)   echo "base/ draw/texture_host.h SDL libexif/ imgui X11/ systemd/ linux/ spawn.h fmt/" ;;
    feed)       echo "base/ conference/ net/ simdjson.h nlohmann/ pugixml.hpp zip.h libical/ fmt/" ;;
    show)       echo "base/ conference/ fmt/" ;;
    sealing)    echo "base/ conference/ sodium.h nlohmann/ fmt/" ;;
    screens)    echo "base/ conference/ draw/ feed/snapshot.h show/ fmt/" ;;
    link)       echo "base/ conference/ net/ show/ nlohmann/ fmt/" ;;
    status)     echo "base/ conference/ net/ feed/snapshot.h show/ nlohmann/ fmt/" ;;
    console)    echo "base/ conference/ draw/ platform/ feed/snapshot.h show/ screens/ imgui fmt/" ;;
    proof)      echo "base/ conference/ draw/ platform/ feed/ show/ screens/ hpdf.h nlohmann/ fmt/" ;;
    app)        echo "base/ conference/ net/ remote/ draw/ platform/ feed/ show/ screens/ console/ proof/ link/ sealing/ status/ CLI/ nlohmann/ toml++/ fmt/" ;;
    *)          return 1 ;;
  esac
}

system() {  # the C++ and POSIX headers
  case $1 in
    sys/* | fcntl.h | unistd.h | poll.h | signal.h | dirent.h | pwd.h | pthread.h | spawn.h | arpa/* | netinet/* | time.h | stdlib.h) return 0 ;;
    */* | *.h | *.hpp) return 1 ;;
    *) return 0 ;;
  esac
}

wrong=0
declare -A uses
include='^[[:space:]]*#[[:space:]]*include[[:space:]]*[<"]?([^>"]*)'
while IFS=: read -r file line text; do
  room=${file#"$src"/}
  room=${room%%/*}
  if [ -z "${uses[$room]:-}" ] && ! uses[$room]=$(allowed "$room"); then
    echo "$file: the room '$room' has no line in this test"
    wrong=1
    continue
  fi
  [[ $text =~ $include ]]
  header=${BASH_REMATCH[1]}
  system "$header" && continue
  for one in "$room/" ${uses[$room]}; do
    [[ $header == "$one"* ]] && continue 2
  done
  echo "$file:$line: '$room' may not include '$header'"
  wrong=1
done < <(grep -rnE '^[[:space:]]*#[[:space:]]*include' "$src" --include='*.h' --include='*.cpp')
exit $wrong
