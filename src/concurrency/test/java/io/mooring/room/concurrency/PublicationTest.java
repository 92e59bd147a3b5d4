package io.mooring.room.concurrency;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the tests of {@link Publication} and {@link HandOver}, each in virtual machines of its own.
 */
@EnabledIfSystemProperty(
    named = "mooring.deep",
    matches = "true",
    disabledReason = "takes minutes; run it with mvn -Pdeep")
class PublicationTest {

  /** Actors are compiled together and run on any processor: minutes and not hours. */
  private static final List<String> OPTIONS =
      List.of("-sc", "false", "-af", "NONE", "-f", "1", "-fsm", "1", "-iters", "1", "-time", "300");

  @Test
  void whoeverSeesTheStateSeesWhatWasWrittenBeforeIt(@TempDir Path folder)
      throws IOException, InterruptedException {
    noThreadSeesWhatItMayNot(Publication.OfWhatWasWrittenBefore.class, folder);
  }

  @Test
  void theStateDoesNotGoBack(@TempDir Path folder) throws IOException, InterruptedException {
    noThreadSeesWhatItMayNot(Publication.OfTheState.class, folder);
  }

  @Test
  void aConnectionIsWholeWhereverItIsSeen(@TempDir Path folder)
      throws IOException, InterruptedException {
    noThreadSeesWhatItMayNot(Publication.OfAConnection.class, folder);
  }

  @Test
  void aNewListenerMissesNothing(@TempDir Path folder) throws IOException, InterruptedException {
    noThreadSeesWhatItMayNot(Publication.OfAChangeToANewListener.class, folder);
  }

  @Test
  void aSessionEndsOnce(@TempDir Path folder) throws IOException, InterruptedException {
    noThreadSeesWhatItMayNot(Publication.OfAnEnd.class, folder);
  }

  @Test
  void whatTwoThreadsDecideIsCarriedOutAndTold(@TempDir Path folder)
      throws IOException, InterruptedException {
    noThreadSeesWhatItMayNot(HandOver.OfTwoCommands.class, folder);
  }

  @Test
  void noEffectWaitsForAListener(@TempDir Path folder) throws IOException, InterruptedException {
    noThreadSeesWhatItMayNot(HandOver.OfAStuckListener.class, folder);
  }

  @Test
  void noCallbackBeginsAfterARelease(@TempDir Path folder)
      throws IOException, InterruptedException {
    noThreadSeesWhatItMayNot(HandOver.OfARelease.class, folder);
  }

  private static void noThreadSeesWhatItMayNot(Class<?> test, Path folder)
      throws IOException, InterruptedException {
    ProcessBuilder jcstress =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.openjdk.jcstress.Main",
            "-t",
            requireNonNull(test.getCanonicalName()),
            "-r",
            folder.resolve("report").toString());
    jcstress.command().addAll(OPTIONS);
    Process running = jcstress.directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = running.waitFor();

    assertThat(exitCode).as(said).isZero();
    assertThat(said)
        .containsPattern("\\b([1-9]\\d*) planned; \\1 passed, 0 failed, 0 soft errs, 0 hard errs");
  }
}
