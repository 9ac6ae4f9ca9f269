#!/bin/sh
# Measures the embedded API on this machine: benchmarks/apiserver.sh [OBJECTS]. Client and server share one process.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/scripts/find-jdk.sh"
beskar7_find_jdk
cd "$root"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./mvnw -B -q test-compile -pl apiserver
./mvnw -B -q dependency:build-classpath -pl apiserver -Dmdep.includeScope=test -Dmdep.outputFile="$work/classpath" >/dev/null
MALLOC_ARENA_MAX=2 "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xmx256m \
  -XX:+UseCompactObjectHeaders \
  -cp "apiserver/target/classes:apiserver/target/test-classes:$(cat "$work/classpath")" \
  io.beskar7.apiserver.bench.Bench "$work/data" "${1:-2000}"
