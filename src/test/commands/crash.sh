#!/usr/bin/env bash
# Kills the application hard while the time machine runs over many cases, starts it again, goes on, and counts:
# each case has the reminders it should have, and none twice.   crash.sh [CASES] [SECONDS UNTIL THE KILL]
. "$(dirname "$0")/lib.sh"
cases=${1:-1000}
seconds=${2:-15}

start
portfolio "$cases"
target=$(($(date +%s) + 22 * 86400))
advance P22D > /dev/null 2>&1 &
sleep "$seconds"
kill -9 "$application"
wait "$application" 2> /dev/null || true
echo "killed after $seconds s"

start
now=$(date -d "$(get /api/v1/demo/clock | cut -d'"' -f4)" +%s)
echo "time stood $(((target - now) / 86400)) days before the target; $(contacts | wc -l) contacts so far"
advance "PT$((target - now))S"
contacts > "$KULANZ_HOME/contacts"
echo "contacts by step and status:"
cut -d' ' -f2- "$KULANZ_HOME/contacts" | sort | uniq -c
twice=$(cut -d' ' -f1,2 "$KULANZ_HOME/contacts" | sort | uniq -d | wc -l)
complete=$(grep -cE ' (friendly|second)-reminder[[:space:]]SENT$' "$KULANZ_HOME/contacts" || true)
echo "reminded twice in the same step: $twice; reminders in all: $complete (expected $((2 * cases)))"
[ "$twice" -eq 0 ] && [ "$complete" -eq $((2 * cases)) ]
