#!/usr/bin/env bash
# run.sh FUZZER SOURCE SECONDS [TARGET]: every target (or one) so long, as many at once as there are processors; a line
# each. What breaks a target is kept in tests/fuzz/found/TARGET, where the tests replay it. Exit code 1 where something
# was found.
set -u
fuzzer=$1 source=$2 seconds=$3
work=$(dirname "$fuzzer")
targets=$(env -u HALL_FUZZ_TARGET "$fuzzer" -runs=0 2>/dev/null)
[ $# -ge 4 ] && targets=$4

fuzz() {
  local target=$1
  local corpus=$work/corpus/$target found=$source/tests/fuzz/found/$target log=$work/$target.log seeds=() ended runs
  mkdir -p "$corpus" "$found"
  [ -d "$source/tests/fuzz/seeds/$target" ] && seeds+=("$source/tests/fuzz/seeds/$target")
  case $target in
    decode | recognise | text) cp -n "$source"/assets/conference/conference.json "$source"/tests/feed/fixtures/*.json "$corpus" ;;
    configuration) cp -n "$source"/assets/hoitruong.toml "$corpus" ;;
    picture*) cp -n "$source"/tests/platform/fixtures/*.{webp,jpg,gif} "$corpus" ;;
  esac
  HALL_FUZZ_TARGET=$target "$fuzzer" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
    -artifact_prefix="$found/" -print_final_stats=1 "$corpus" "${seeds[@]}" >"$log" 2>&1
  ended=$?
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  printf '%-16s %10s executions  %s\n' "$target" "${runs:-?}" "$([ $ended -eq 0 ] && echo 'nothing found' || echo "FOUND, see $log")"
  rmdir --ignore-fail-on-non-empty "$found"
  return $ended
}

code=0 running=0
for target in $targets; do
  if [ "$running" -ge "$(nproc)" ]; then
    wait -n || code=1
    running=$((running - 1))
  fi
  fuzz "$target" &
  running=$((running + 1))
done
while [ "$running" -gt 0 ]; do
  wait -n || code=1
  running=$((running - 1))
done
rmdir --ignore-fail-on-non-empty "$source/tests/fuzz/found" 2>/dev/null
exit $code
