package io.mooring.room.android;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library without {@code jdk.jfr} and {@code java.logging}. */
final class JavaBaseAloneTest {

  static final String CALL =
      "[CONNECTING, CONNECTED, OK, RECONNECTING, CONNECTED, restorable, true, DISCONNECTED]";

  private static final String FAILURE = "screen is gone";

  private final Path scratch;

  JavaBaseAloneTest(@TempDir Path scratch) {
    this.scratch = scratch;
  }

  private JavaVirtualMachine.Run run(String modules) throws Exception {
    return JavaVirtualMachine.run(
        scratch, modules, JavaVirtualMachine.library(), JavaVirtualMachine.tests());
  }

  @Test
  void aCallWorksAndItsFirstFailureIsOnTheErrorStream() throws Exception {
    JavaVirtualMachine.Run run = run("java.base");

    assertThat(run.output()).isEqualTo(CALL);
    assertThat(run.errors())
        .contains("LISTENER failed at", "The module java.logging is absent", "OneCall");
    assertThat(failures(run)).isEqualTo(1);
  }

  @Test
  void noClassThatNeedsAnotherModuleIsLoaded() throws Exception {
    JavaVirtualMachine.Run run = run("java.base");

    assertThat(run.loaded())
        .contains("io.mooring.room.RoomConnection", "io.mooring.room.flight.FlightRecorder")
        .doesNotContain("io.mooring.room.JavaLog")
        .noneMatch(name -> name.startsWith("io.mooring.room.flight.Jfr"))
        .noneMatch(name -> name.matches("io\\.mooring\\.room\\.flight\\.\\w+Event"));
  }

  @Test
  void withBothModulesFailuresAreLoggedAndEventsAreThere() throws Exception {
    JavaVirtualMachine.Run run = run("java.base,java.logging,jdk.jfr");

    assertThat(run.output()).isEqualTo(CALL);
    assertThat(failures(run)).isEqualTo(5);
    assertThat(run.loaded())
        .contains(
            "io.mooring.room.JavaLog",
            "io.mooring.room.flight.JfrFlightRecorder",
            "io.mooring.room.flight.CommandEvent");
  }

  /** How many stack traces the error stream has. */
  private static long failures(JavaVirtualMachine.Run run) {
    return Pattern.compile("^java\\.lang\\.IllegalStateException: " + FAILURE, Pattern.MULTILINE)
        .matcher(run.errors())
        .results()
        .count();
  }
}
