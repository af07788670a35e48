#!/usr/bin/env bash
# Figures: start-up on an empty folder and again, memory at rest, journey steps a second.   speed.sh [CASES]
. "$(dirname "$0")/lib.sh"
cases=${1:-1000}

seconds() { local from=$EPOCHREALTIME; "$@" > /dev/null; echo "$EPOCHREALTIME - $from" | bc; }
sent() { contacts | grep -c 'SENT$' || true; }

# steps WHAT DURATION: how many messages the jump sent, and how many a second
steps() {
    local before after took
    before=$(sent)
    took=$(seconds advance "$2")
    after=$(sent)
    echo "$1: $((after - before)) in $took s, $(echo "($after - $before) / $took" | bc) a second"
}

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
echo "a year in which nothing is due: $(seconds advance P365D) s"
portfolio "$cases"
steps "first reminders of $cases cases, with their starts" P3D
steps "second reminders, nudges" P11D
steps "plan offers" P9D
