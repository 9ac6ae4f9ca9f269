# Sourced by ./beskar7 and ./mvnw. Sets JAVA_HOME to a JDK 25 or newer, or says what to install and fails.
# BESKAR7_JDK_PATHS: colon-separated folders that are searched instead of the usual places.

beskar7_jdk_major() {
  [ -x "$1/bin/javac" ] || return 1
  [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

beskar7_find_jdk() {
  if [ -n "${BESKAR7_JDK_PATHS+set}" ]; then
    _searched=$BESKAR7_JDK_PATHS
    _candidates=$(printf '%s' "$BESKAR7_JDK_PATHS" | tr ':' '\n')
  else
    _searched="JAVA_HOME, PATH, /usr/lib/jvm, ~/.sdkman, ~/.jdks, /opt, /Library/Java"
    _on_path=$(command -v javac 2>/dev/null || true)
    [ -z "$_on_path" ] || _on_path=$(dirname "$(dirname "$(readlink -f "$_on_path")")")
    _candidates=$(
      printf '%s\n%s\n' "${JAVA_HOME:-}" "$_on_path"
      ls -1d /usr/lib/jvm/* "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* /opt/*jdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home 2>/dev/null
    )
  fi
  _old_ifs=$IFS
  IFS='
'
  for _home in $_candidates; do
    _major=$(beskar7_jdk_major "$_home") || continue
    if [ "${_major:-0}" -ge 25 ]; then
      IFS=$_old_ifs
      JAVA_HOME=$_home
      export JAVA_HOME
      return 0
    fi
  done
  IFS=$_old_ifs
  echo "beskar7: no JDK 25 or newer found in $_searched: install one (for example Temurin 25) or set BESKAR7_JDK_PATHS" >&2
  return 1
}
