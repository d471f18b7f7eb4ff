#!/usr/bin/env bash
# Runs the published program where there is nothing but the kernel and the libraries that it names itself: an empty root folder without .NET, Node.js,
# OpenSSL, ICU, fonts, git and a shell. Each command does its work there, and the site has the same bytes as with .NET.
# Usage: tests/published.sh PROGRAM [OTHER…]; OTHER is the same version on .NET, as one types it: dotnet src/Site.Cli/bin/Debug/net10.0/site.dll.
# Linux alone, as root or with sudo; needs curl.
set -euo pipefail
program=$(realpath "${1:?usage: tests/published.sh PROGRAM [OTHER…]}")
shift
other=("$@")
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
root=$(mktemp -d)
server=
sudo=()
[ "$(id -u)" -eq 0 ] || sudo=(sudo -n)
trap '[ -z "$server" ] || "${sudo[@]}" kill "$server" 2> /dev/null || true; "${sudo[@]}" rm -rf "$root"' EXIT

mkdir -p "$root"/{proc,dev,tmp,home,own,attempts/content/quizzes,attempts/input/attempts}
chmod 755 "$root"
chmod 1777 "$root/tmp"
touch "$root/dev/urandom" "$root/dev/null"
install -m 755 "$program" "$root/site"
ldd "$program" | grep -o '/[^ ]*' | while read -r library; do
    mkdir -p "$root$(dirname "$library")"
    cp -nL "$library" "$root$library"
done
echo "libraries of the system: $(ldd "$program" | grep -o '^[^/ ]*lib[^ ]*' | tr -d '\t' | tr '\n' ' ')"
cp -r "$repository"/{site.yaml,content,input} "$root/own"

# A program of the empty root: /proc and two devices as every container has them, no environment but these two variables; with $user, as that number and without a home.
user=
inside() {
    # shellcheck disable=SC2016 # for the inner shell
    exec "${sudo[@]}" unshare --mount --propagation private sh -c '
        root=$1 user=$2; shift 2
        mount -t proc proc "$root/proc"
        for device in urandom null; do mount --bind "/dev/$device" "$root/dev/$device"; done
        chroot=$(command -v chroot)
        if [ -n "$user" ]; then exec env -i TMPDIR=/tmp "$chroot" --userspec="$user:$user" "$root" "$@"; fi
        exec env -i HOME=/home TMPDIR=/tmp "$chroot" "$root" "$@"' sh "$root" "$user" "$@"
}

# What a run printed is shown where it failed.
ok() {
    local name=$1 wanted=$2 start code=0
    shift 2
    start=$(date +%s%N)
    (inside /site "$@") > "$root/tmp/log" 2>&1 || code=$?
    if [ "$code" -ne "$wanted" ]; then
        echo "FAILED  $name: site $* ended with $code"
        tail -n 40 "$root/tmp/log"
        exit 1
    fi
    echo "ok      $name ($((($(date +%s%N) - start) / 1000000)) ms)"
}

holds() {
    grep -q -- "$2" "$root/$1" || { echo "FAILED  $1 lacks “$2”"; head -n 40 "$root/$1"; exit 1; }
}

# Starts a server, waits for the address that it prints, and asks for a page there.
answers() {
    local name=$1 page=$2 address=
    shift 2
    (inside /site "$@") > "$root/tmp/server" 2>&1 &
    server=$!
    for _ in $(seq 240); do
        address=$(grep -oE -m 1 'http://127\.0\.0\.1:[0-9]+/[A-Za-z0-9/?=&._-]*' "$root/tmp/server" || true)
        [ -n "$address" ] && curl --silent --fail --location --cookie-jar "$root/tmp/jar" --output "$root/tmp/page" "$address$page" && break
        kill -0 "$server" 2> /dev/null || break
        sleep 0.25
    done
    grep -q '</html>' "$root/tmp/page" || { echo "FAILED  $name"; cat "$root/tmp/server"; exit 1; }
    "${sudo[@]}" kill "$server"
    wait "$server" 2> /dev/null || true
    server=
    rm -f "$root/tmp/page"
    echo "ok      $name"
}

version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$repository/Directory.Build.props")
ok 'first start' 0 --version
holds tmp/log "^$version\$"
ok 'second start' 0 --version
ok 'a site of its own' 0 init /city
ok 'a draft' 0 new news 试一试 --site /city
ok 'its check' 0 check --site /city
ok 'its first build' 0 build --site /city
ok 'its second build' 0 build --site /city
holds city/output/index.html '</html>'
user=4242
ok 'a check by a user without a home' 0 check --site /city
ok 'a build by a user without a home' 0 build --site /city --output /tmp/by-number
user=
answers 'the preview' guides/ serve --site /city --port 0
answers 'the editor' '' edit --site /city
ok 'a page of the pack' 0 pack copy guides/gas-leak.md --site /city
ok 'a quiz given out' 0 quiz export home-safety --format gift --site /own --output /tmp/bank.gift
ok 'a quiz taken in' 0 quiz import /tmp/bank.gift --format gift --site /city
ok 'an empty form' 0 stats template bt2024-month /tmp/form.xlsx --site /own
ok 'the audit of releases' 0 stats audit --site /own
ok 'what is due' 0 office due --site /own
ok 'a summary' 0 office summary bt2024-month --as-of 2026-06-28 --site /own
ok 'the check of a whole site' 0 check --site /own --as-of 2026-06-10

cat > "$root/attempts/site.yaml" <<'SITE'
title: 示例市安全生产月
url: https://example.gov.cn/
organiser: 示例单位
SITE
cat > "$root/attempts/content/quizzes/fire.md" <<'QUIZ'
---
title: 消防知识
summary: 示例
source: 示例
reviewer: 示例科室
---
## 起火时先做什么？ {#fire-01 .single}
- [x] 报警
- [ ] 围观

--- 解析
先报警。
QUIZ
printf 'id,name,parent,level,sector\ncity,示例市,,city,\njia,示例甲区,city,district,\nyi,示例乙区,city,district,\n' > "$root/attempts/input/units.csv"
printf -- '- id: quiz-attempts\n  title: 答题情况\n  dimensions: [quiz, area]\n' > "$root/attempts/input/tables.yaml"
{
    echo quiz,area,age_band,score,finished
    for _ in $(seq 12); do echo fire,jia,18-25,90,2026-06-01; done
    for _ in $(seq 15); do echo fire,yi,18-25,90,2026-06-02; done
} > "$root/attempts/input/attempts/a.csv"
ok 'attempts counted' 0 stats release week-1 --as-of 2026-06-07 --site /attempts
ok 'attempts counted again' 0 build --no-search --as-of 2026-06-08 --site /attempts
holds attempts/output/data/week-1/quiz-attempts.csv '消防知识,示例甲区,attempts,12'

ok 'a whole site' 0 build --as-of 2026-06-10 --site /own --output /tmp/one
if [ ${#other[@]} -gt 0 ]; then
    "${other[@]}" build --as-of 2026-06-10 --site "$root/own" --output "$root/tmp/two" > "$root/tmp/log" 2>&1 || { cat "$root/tmp/log"; exit 1; }
    "${sudo[@]}" diff -r "$root/tmp/one" "$root/tmp/two"
    echo "ok      the same $(find "$root/tmp/two" -type f | wc -l) files with .NET, byte for byte"
fi
