package io.mooring.room.janus;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests against real programs if a program is missing. */
final class ProgramsTest {

  @Test
  void aProgramThatIsNotInstalledFailsWithTheCommandThatInstallsIt(@TempDir Path folder) {
    assertThatThrownBy(() -> Programs.start(folder.resolve("log"), List.of("no-such-program")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "no-such-program is not installed. The profile janus needs:"
                + " apt-get install -y janus tinyproxy");
  }
}
