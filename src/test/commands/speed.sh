#!/usr/bin/env bash
# Figures: start-up on an empty folder and again, memory at rest, journey steps a second.   speed.sh [CASES]
. "$(dirname "$0")/lib.sh"
cases=${1:-1000}

seconds() { local from=$EPOCHREALTIME; "$@" > /dev/null; echo "$EPOCHREALTIME - $from" | bc; }

echo "start-up on an empty folder:"
from=$EPOCHREALTIME
start
echo "  $(echo "$EPOCHREALTIME - $from" | bc) s"
stop
from=$EPOCHREALTIME
start
echo "start-up again: $(echo "$EPOCHREALTIME - $from" | bc) s"
sleep 20
echo "memory at rest: $(($(awk '/VmRSS/ {print $2}' /proc/"$application"/status) / 1024)) MB (without PostgreSQL)"
portfolio "$cases"
echo "first reminders of $cases cases, with their starts: $(seconds advance P3D) s"
echo "second reminders: $(seconds advance P11D) s"
echo "nine days in which nothing is due: $(seconds advance P9D) s"
echo "a year, with a task for each case and a daily look for new ones: $(seconds advance P365D) s"
