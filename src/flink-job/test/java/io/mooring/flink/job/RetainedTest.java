package io.mooring.flink.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which checkpoint a job goes on from. */
final class RetainedTest {
  private final Path folder;

  RetainedTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void checkpoint(String job, int number, long millis) throws IOException {
    Path checkpoint = folder.resolve(job).resolve("chk-" + number);
    Files.createDirectories(checkpoint);
    Path file = Files.writeString(checkpoint.resolve("_metadata"), "state");
    Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
  }

  private String newest() throws IOException {
    return Retained.newest(folder.toUri().toString()).orElse("none");
  }

  @Test
  void itIsTheNewestOfAllJobs() throws IOException {
    checkpoint("a", 99, 1_000_000);
    checkpoint("b", 3, 2_000_000);
    checkpoint("b", 4, 3_000_000);

    assertThat(newest()).endsWith("/b/chk-4");
  }

  @Test
  void ofTheSameMomentItIsThatWithTheHigherNumber() throws IOException {
    checkpoint("a", 9, 1_000_000);
    checkpoint("a", 10, 1_000_000);

    assertThat(newest()).endsWith("/a/chk-10");
  }

  @Test
  void oneThatIsNotWholeDoesNotCount() throws IOException {
    checkpoint("a", 1, 1_000_000);
    Files.createDirectories(folder.resolve("a/chk-2"));
    Files.createDirectories(folder.resolve("a/shared"));

    assertThat(newest()).endsWith("/a/chk-1");
  }

  @Test
  void thereNeedNotBeOne() throws IOException {
    assertThat(newest()).isEqualTo("none");
    assertThat(Retained.newest(folder.resolve("nowhere").toUri().toString())).isEmpty();
  }
}
