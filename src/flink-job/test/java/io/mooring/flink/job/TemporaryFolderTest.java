package io.mooring.flink.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process leaves nothing in its folder of temporary files; {@link FollowTest} ends one by TERM.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TemporaryFolderTest {
  private final Path folder;
  private final Path temporary;

  TemporaryFolderTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.temporary = Files.createDirectory(folder.resolve("tmp"));
  }

  private int judge(String... more) throws Exception {
    Path lines = folder.resolve("lines");
    Files.writeString(lines, FleetLines.text(FleetLines.of(5, "none", 1).lines()));
    String results = folder.resolve("results").toString();
    List<String> options = new ArrayList<>(List.of("--files", lines.toString(), "--out", results));
    options.addAll(List.of(more));
    List<String> machine = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    return JobProcess.start(folder.resolve("log"), machine, temporary, options).waitFor();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  @Test
  void aJobWhoseInputEndsLeavesNothing() throws Exception {
    assertThat(judge("--state", "rocksdb")).as(said()).isZero();
    assertThat(said()).contains("5 accepted, 0 rejected, 0 undecided; ");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aJobThatFailsLeavesNothing() throws Exception {
    assertThat(judge("-D", "state.backend.type=none.such")).as(said()).isEqualTo(2);
    assertThat(said()).contains("fleet: the job failed: ");
    assertThat(temporary).isEmptyDirectory();
  }
}
