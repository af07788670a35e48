# Shared by the commands beside: starts the packaged application on an empty demo and speaks to it.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
port=${PORT:-8089}
base=http://localhost:$port
export KULANZ_HOME=${KULANZ_HOME:-$(mktemp -d)}
log=$KULANZ_HOME/application.log
application=

start() {
    java ${JAVA_ARGS:-} -jar "$root/target/kulanz.jar" --spring.profiles.active=demo \
        --server.port="$port" --kulanz.demo.portfolio="${PORTFOLIO:-none}" >> "$log" 2>&1 &
    application=$!
    for _ in $(seq 240); do
        curl -sf "$base/actuator/health" > /dev/null && return
        kill -0 "$application" 2> /dev/null || { tail -20 "$log"; exit 1; }
        sleep 0.25
    done
    echo "not healthy after 60 s, see $log"
    exit 1
}

stop() {
    [ -z "$application" ] || kill "$application" 2> /dev/null || true
    wait "$application" 2> /dev/null || true
}
trap stop EXIT

get() { curl -sf -u clerk:clerk "$base$1"; }
advance() {
    curl -sf -u clerk:clerk -H 'Content-Type: application/json' -d "{\"advanceBy\":\"$1\"}" "$base/api/v1/demo/clock"
    echo
}

# portfolio COUNT: as many debtors with an e-mail address and one overdue item each
portfolio() {
    {
        echo "creditor_id,debtor_id,name,language,email,invoice_id,invoice_date,due_date,amount,currency"
        local today i due
        today=$(get /api/v1/demo/clock | sed 's/.*"now":"\([0-9-]*\)T.*/\1/')
        for i in $(seq "$1"); do
            due=$(date -d "$today -$((1 + i % 5)) days" +%F)
            echo "commands,D$i,Person $i,de,p$i@example.com,R-$i,$due,$due,$((10 + i % 300)).90,EUR"
        done
    } | curl -sf -u clerk:clerk -H 'Content-Type: text/csv' --data-binary @- "$base/api/v1/open-items/import"
    echo
}

# All contacts of all cases, one a line: case step status
contacts() {
    local page=0 numbers
    while numbers=$(get "/api/v1/cases?size=500&page=$page" | grep -o '"number":"[^"]*"' | cut -d'"' -f4); [ -n "$numbers" ]; do
        for number in $numbers; do
            get "/api/v1/contacts?case=$number" | grep -o '"step":"[^"]*"\|"status":"[^"]*"' | cut -d'"' -f4 \
                | paste - - | sed "s/^/$number /"
        done
        page=$((page + 1))
    done
}
