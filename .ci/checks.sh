# What .ci/run and .ci/long share, sourced by both: they count what holds, and the tests.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT
passed=0 failed=0

check() { # check WORDS COMMAND...: one thing that must hold
    local words=$1 began=$SECONDS
    shift
    if "$@" > "$log/check" 2>&1; then
        echo "ok      $words ($((SECONDS - began)) s)"
        passed=$((passed + 1))
    else
        echo "FAILED  $words ($((SECONDS - began)) s)"
        tail -n 40 "$log/check"
        failed=$((failed + 1))
    fi
}

# How many tests a run saw: count FILE Passed. How many there are, once built: listed ROOM.
count() { sed -n "s/.*$2: *\([0-9]*\),.*/\1/p" "$1" | awk '{ sum += $1 } END { print sum + 0 }'; }
listed() { dotnet test "$@" --no-build --list-tests | grep -c '^      '; }

# prove LEAST ROOM...: dotnet test is green. A crashed host can print "Passed!": what counts is how
# many tests were seen to pass, which is all that are listed, less the skipped, and at least LEAST.
prove() {
    local least=$1 status there proved skipped
    shift
    dotnet test "$@" 2>&1 | tee "$log/proof"
    status=${PIPESTATUS[0]} there=$(listed "$@")
    proved=$(count "$log/proof" Passed) skipped=$(count "$log/proof" Skipped)
    passed=$((passed + proved))
    failed=$((failed + $(count "$log/proof" Failed)))
    grep -A 15 '^ *Failed [^-]' "$log/proof" >> "$log/failed"
    check "dotnet test${*:+ $*} is green" test "$status" -eq 0
    check "of $there tests $proved have passed and $skipped were skipped" test "$((proved + skipped))" -eq "$there"
    check "at least $least have passed" test "$proved" -ge "$least"
}

# The failed tests once more: of a long log often only the end is kept.
finish() {
    [ ! -s "$log/failed" ] || cut -c1-300 "$log/failed" | head -n 100
    echo "$passed passed, $failed failed"
    test "$failed" -eq 0
}
