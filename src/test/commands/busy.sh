#!/usr/bin/env bash
# Runs tests again and again while busy loops hold the cores, and counts: no test may depend on who is faster.
#   busy.sh [-n TIMES] [-b BUSY LOOPS] [TEST CLASS | TEST CLASS#METHOD …]
# (20 times, a loop per core, all tests with threads of their own; they share one JVM, in which the application starts once)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
times=20
loops=$(nproc)
while getopts n:b: option; do
    case $option in
        n) times=$OPTARG ;;
        b) loops=$OPTARG ;;
        *) sed -n 2,4p "$0" && exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || set -- \
    ConcurrentImportTests \
    CollisionStoryTests \
    TaskRaceTests \
    PromiseStoryTests#stopsTheReminderThatIsAboutToGoOutAtTheSameMoment \
    PromiseStoryTests#isTheSameOneWhenItIsSaidTwiceAtTheSameMoment \
    PromiseStoryTests#replacesTheOtherWhenTwoCallersPromiseDifferentDaysAtTheSameMoment \
    HandoverStoryTests#countsOneOfTwoReleasesAtTheSameMoment \
    ShippedModelsTests#deploysOnlyOnceWhenTwoNodesStartTogether \
    DecisionsTests#threadsDoNotMixTheirRules \
    LaneTests \
    MailStoryTests

mvn=${MVN:-mvn}
log=$(mktemp)
pids=()
calm() { [ ${#pids[@]} -eq 0 ] || kill "${pids[@]}" 2> /dev/null || true; }
trap calm EXIT

$mvn -o -q test-compile
for _ in $(seq "$loops"); do
    yes > /dev/null &
    pids+=($!)
done

tests=$(IFS=,; echo "$*")
echo "$times times each beside $loops busy loops; everything that is said stands in $log"
failed=0
$mvn -o surefire:test -Dtest=Repetitions -Dkulanz.repeat="$tests" -Dkulanz.repeat.times="$times" > "$log" 2>&1 || failed=1
sed -n 's/^REPEATED //p' "$log"
[ $failed -eq 0 ] || grep -A 30 'FAILURE!' "$log" || tail -n 30 "$log"
exit $failed
