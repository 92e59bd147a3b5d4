package io.mooring.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** What Maven's log gets. */
final class BuildLogTest {

  private static final Path PROJECT = Path.of("/work/project");

  private final List<String> lines = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private boolean quiet;

  private final Log maven =
      new SystemStreamLog() {
        @Override
        public boolean isInfoEnabled() {
          return !quiet;
        }

        @Override
        public void info(CharSequence content) {
          if (!quiet) {
            lines.add("info " + content);
          }
        }

        @Override
        public void warn(CharSequence content) {
          lines.add("warn " + content);
        }

        @Override
        public void error(CharSequence content) {
          lines.add("error " + content);
        }
      };

  private final BuildLog log = new BuildLog(maven, PROJECT, nanos::get);

  @Test
  void pathsAreRelativeToTheProjectAndWarningsAreWarnings() {
    log.line("written: /work/project/target/a.mmd");
    log.line("warning: /work/project/Queue.tla:3: never happens");

    assertThat(lines)
        .containsExactly("info written: target/a.mmd", "warn Queue.tla:3: never happens");
  }

  @Test
  void progressIsALineEveryTenSeconds() {
    log.progress("1 state");
    nanos.set(9_000_000_000L);
    log.progress("2 states");
    nanos.set(10_000_000_000L);
    log.progress("");
    log.progress("3 states");
    log.progress("4 states");

    assertThat(lines).containsExactly("info 3 states");
  }

  @Test
  void whenMavenIsQuietAFailureStillShowsWhatLedToIt() {
    quiet = true;
    log.line("Queue.tla: 12 states");
    log.succeeded();
    log.line("Stack.tla: an invariant is violated");
    log.line("  1  Init");
    log.failed();
    log.failed();

    assertThat(lines)
        .containsExactly("error Stack.tla: an invariant is violated", "error   1  Init");
  }
}
