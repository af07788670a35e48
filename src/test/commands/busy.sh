#!/usr/bin/env bash
# Runs test classes again and again while busy loops hold the cores, and counts: no test may depend on who is faster.
#   busy.sh [-n TIMES] [-b BUSY LOOPS] [TEST CLASS …]      (20 times, a loop per core, all tests with threads of their own)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
times=20
loops=$(nproc)
while getopts n:b: option; do
    case $option in
        n) times=$OPTARG ;;
        b) loops=$OPTARG ;;
        *) sed -n 2,3p "$0" && exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || set -- ConcurrentImportTests CollisionStoryTests PromiseStoryTests LaneTests ShippedModelsTests \
    DecisionsTests HandoverStoryTests MailStoryTests

mvn=${MVN:-mvn}
log=$(mktemp -d)
pids=()
calm() { [ ${#pids[@]} -eq 0 ] || kill "${pids[@]}" 2> /dev/null || true; }
trap calm EXIT

$mvn -o -q test-compile
for _ in $(seq "$loops"); do
    yes > /dev/null &
    pids+=($!)
done

failed=0
for class in "$@"; do
    green=0
    red=0
    begun=$SECONDS
    for time in $(seq "$times"); do
        if $mvn -o -q surefire:test -Dtest="$class" > "$log/$class.$time" 2>&1; then
            green=$((green + 1))
            rm "$log/$class.$time"
        else
            red=$((red + 1))
            failed=1
        fi
    done
    echo "$class: $green green, $red red in $((SECONDS - begun)) s beside $loops busy loops"
done
[ $failed -eq 0 ] || echo "what went wrong stands in $log"
exit $failed
