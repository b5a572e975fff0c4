# Finds a JDK for TechFlow and sets TECHFLOW_JDK to its home. Sourced by mvnw and techflow; plain POSIX sh.
# Looks at TECHFLOW_JDK, JAVA_HOME, the java on the PATH and the usual folders, takes the first JDK of version 21 or
# newer, and says in one line what to install when there is none.

techflow_jdk_version() {
  # The major version of the JDK in $1 (it has a compiler), or nothing.
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

techflow_find_jdk() {
  tf_path_java=$(command -v java 2>/dev/null || true)
  if [ -n "$tf_path_java" ]; then
    tf_path_java=$(readlink -f "$tf_path_java" 2>/dev/null || printf %s "$tf_path_java")
    tf_path_java=${tf_path_java%/bin/java}
  fi
  set +f
  for tf_home in "${TECHFLOW_JDK-}" "${JAVA_HOME-}" "$tf_path_java" \
    /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    tf_version=$(techflow_jdk_version "$tf_home")
    if [ -n "$tf_version" ] && [ "$tf_version" -ge 21 ]; then
      TECHFLOW_JDK=$tf_home
      return 0
    fi
  done
  echo "TechFlow needs a JDK of version 21 or newer and found none: install one (Debian 13: apt install openjdk-21-jdk; elsewhere: Eclipse Temurin 21 or 25) or set JAVA_HOME to it." >&2
  return 1
}
