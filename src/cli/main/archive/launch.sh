# What each start script does: it finds Java, chooses the options of its virtual machine, and runs the command line.
# It is read by a start script, which has set home, and need: how to get what is missing.
#
#   JAVA_HOME      the JDK to use, 17 or later; without it the java on the PATH
#   JAVA_OPTS      options for the Java virtual machine
#   MOORING_OPTS   the same, for this command alone

fail() {
  printf 'mooring: %s\n' "$*" >&2
  exit 2
}

# Sets java and java_home, or explains what is missing. A JDK tells its version in a file, which is
# much faster to read than to start it.
find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it; a JDK 17 or later is needed"
  else
    java=$(command -v java) || fail "there is no java on the PATH; a JDK 17 or later is needed; $need"
  fi
  java_home=$(cd "$(dirname "$(resolve "$java")")/.." && pwd -P)
  if [ -r "$java_home/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$java_home/release")
  else
    version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
  fi
  major=${version#1.}
  major=${major%%[!0-9]*}
  [ "${major:-0}" -ge 17 ] || fail "$java is version ${version:-unknown}; a JDK 17 or later is needed; $need"
}

# Runs a command in place of this script: a class path, then the words of the caller.
launch() {
  class_path=$1
  shift

  # Each small model and each mutant runs in classes of its own, which live too briefly for the
  # optimising compiler, and for compiling what is called a few hundred times; and which need room until
  # they are unloaded. A deep model, or a specification that was named, may be a large one, and is worth
  # the compiler.
  brief='-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=4 -XX:+UseSerialGC -XX:MetaspaceSize=384m -XX:ReservedCodeCacheSize=240m'
  # A check that collects garbage nine tenths of the time is out of memory, whatever Java still counts as
  # free: newer JDKs count what the young generation could grow by, which may be most of it.
  large='-XX:+UseParallelGC -XX:GCTimeLimit=90 -XX:GCHeapFreeLimit=100'
  jvm=$large
  case "${1:-} $*" in
    mutate\ *) jvm=$brief ;;
    check\ *.tla* | check\ *--deep*) jvm="$large -XX:MaxRAMPercentage=60" ;;
    *.tla*) ;;
    check\ * | prove\ * | generate\ *) jvm=$brief ;;
  esac

  # The same words for everybody: what the system says is not translated, and letters beyond ASCII are read
  # and written as UTF-8 where no locale says otherwise, in the names of files too.
  LC_CTYPE=${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}
  unset LC_ALL
  export LC_CTYPE LC_MESSAGES=C
  case $(locale charmap 2>/dev/null) in
    '' | ANSI_X3.4-1968 | US-ASCII) LC_CTYPE=C.UTF-8 ;;
  esac

  # How wide the terminal is, if there is one: Java does not know.
  columns=
  if [ -t 1 ]; then
    columns=${COLUMNS:-$(stty size 2>/dev/null </dev/tty | sed 's/.* //')}
    columns=${columns%%[!0-9]*}
  fi

  # The options are lists of words: they are split on purpose.
  exec "$java" $jvm -Dfile.encoding=UTF-8 ${JAVA_OPTS:-} ${MOORING_OPTS:-} \
    ${benchmarks:+"$benchmarks"} ${columns:+"-Dmooring.columns=$columns"} -Dmooring.home="$home" -cp "$class_path" io.mooring.room.cli.Mooring "$@"
}
