#!/usr/bin/env bash
# A million cases, and how long the pages take with them.   many.sh [CASES]
# Lives through the sample portfolio, then copies it; needs psql. With KULANZ_HOME the folder stays and is only measured the next time.
PORTFOLIO=sample
. "$(dirname "$0")/lib.sh"
cases=${1:-1000000}
sql() {
    PGPASSWORD=$(cat "$KULANZ_HOME/postgres.password") psql -qAt -v ON_ERROR_STOP=1 -h 127.0.0.1 \
        -p "$(cat "$KULANZ_HOME/postgres.port")" -U kulanz -d kulanz "$@"
}

[ ! -f "$KULANZ_HOME/many" ] || JAVA_ARGS="-Dkulanz.journey.ticker=false" # measured again as the first time
start
until [ "$(sql -c "select count(*) from demo_state where name = 'portfolio-done'")" = 1 ]; do sleep 2; done
lived=$(sql -c "select count(*) from dunning_case")
if [ "$lived" -lt "$cases" ]; then
    stop
    JAVA_ARGS="-Dkulanz.journey.ticker=false" start
    SECONDS=0
    sql -c "set many.copies = $(((cases - lived) / lived + 1))" -f "$root/src/test/commands/multiply.sql"
    touch "$KULANZ_HOME/many"
    echo "$(sql -c "select count(*) from dunning_case") cases in $SECONDS s"
fi

jar=$(mktemp)
token=$(curl -s -c "$jar" "$base/login" | grep -o 'name="_csrf"[^>]*value="[^"]*"' | sed 's/.*value="//;s/"//')
curl -s -o /dev/null -b "$jar" -c "$jar" --data-urlencode "_csrf=$token" -d 'username=clerk&password=clerk' "$base/login"
number=$(sql -c "select number from dunning_case order by opened_at desc offset 1000 limit 1")
creditor=$(sql -c "select id from creditor order by id limit 1")

# page WHAT PATH: in milliseconds, at first and the middle one of five more
page() {
    local times
    times=$(for _ in 1 2 3 4 5 6; do curl -s -o /dev/null -b "$jar" -w '%{time_total}\n' "$base$2"; done | awk '{print int($1 * 1000)}')
    echo "$1: $(head -1 <<< "$times") ms at first, $(tail -5 <<< "$times" | sort -n | sed -n 3p) ms then"
}
page "search, a name" '/cases?q=demirbas'
page "search, a common name" '/cases?q=m%C3%BCller'
page "search, part of a number" "/cases?q=${number:7}"
page "search, a telephone number" '/cases?q=0171%20%2F%2012345'
page "search, a street" '/cases?q=M%C3%BChlenweg%20107'
page "search, two words" '/cases?q=boehm%20leipzig'
page "search, an amount" '/cases?q=149%2C70'
page "search, nothing" '/cases?q=xyzzy'
page "search, one letter" '/cases?q=m'
page "search, two letters" '/cases?q=mu'
page "portfolio" /
page "portfolio, its ladder" /ladder
page "cases" /cases
page "cases, open" '/cases?status=OPEN'
page "cases, open at a step" '/cases?status=OPEN&step=friendly-reminder'
page "cases, of a creditor" "/cases?creditor=$creditor"
page "cases, page 400" '/cases?page=399'
for mark in BLOCKED PROMISE_OPEN PROMISE_BROKEN FOLLOW_UP_DUE TASK_OVERDUE READY_FOR_HANDOVER WAITS_FOR_MORE CANNOT_START; do
    page "cases, $mark" "/cases?mark=$mark"
done
page "a case" "/cases/$number"
page "outbox" /outbox
page "outbox, planned" '/outbox?status=PLANNED'
page "outbox, a name" '/outbox?q=demirbas'
page "stops" /stops
page "creditors" /creditors
page "items held back" /holds
page "items held back, to look at" '/holds?due=true'
page "items held back, a name" '/holds?q=m%C3%BCller'
page "incidents" /incidents
page "stock and flow" /stock
page "import" /import
