package io.mooring.checker.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Counter;
import io.mooring.checker.tlc.Tlc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestProgressTest {

  private static final String MODEL =
      "{\"name\":\"A\",\"module\":\"Counter.tla\",\"config\":\"Counter.cfg\",\"result\":\"success\"}";

  @Test
  void theProgressSaysHowManyModelsAreChecked(@TempDir Path folder) throws Exception {
    Counter.module(folder);
    Counter.config(folder, "Counter", "SPECIFICATION Spec", "INVARIANT Small");
    String models = MODEL + "," + MODEL.replace("\"A\"", "\"B\"");
    Path manifest =
        Files.writeString(folder.resolve("manifest.json"), "{\"models\":[" + models + "]}");

    RecordedReporter reporter = new RecordedReporter();
    new ModelChecking(Tlc.bundled(), folder.resolve("out"))
        .checkManifest(manifest, false, reporter);

    List<String> progress = reporter.progress();
    assertThat(progress).isNotEmpty().allMatch(text -> text.matches("[012] of 2 checked.*"));
    // The second row was waited for when the first one was there.
    assertThat(progress.get(progress.size() - 1)).doesNotStartWith("0");
  }
}
