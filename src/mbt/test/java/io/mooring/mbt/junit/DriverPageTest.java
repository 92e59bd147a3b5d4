package io.mooring.mbt.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the guide shows of the store is what its tests print. */
final class DriverPageTest {
  private static final Path PAGE = Path.of("../docs/guide/driver.md");

  @Test
  void theReportIsThatOfTheStore() throws IOException {
    assertThat(Launched.of(QueueTest.class, "coverage and blind spot").failures()).isEmpty();
    Path report = Path.of("target/specification-tests", QueueTest.class.getName(), "coverage.txt");

    assertThat(Files.readString(PAGE))
        .contains("```\ncom.example.QueueTest: " + Files.readString(report) + "```\n");
  }

  @Test
  void theFaultIsThatOfAStoreThatKeepsOneTooMany() throws IOException {
    String test = "walks with every action";
    Throwable failure =
        Objects.requireNonNull(Launched.of(QueueTest.TooBig.class, test).failures().get(test));
    String found =
        String.valueOf(failure.getMessage())
            .replace(QueueTest.TooBig.class.getName(), "com.example.QueueTest")
            .replace("TooBigActionWalkTest", "QueueActionWalkTest");

    assertThat(Files.readString(PAGE)).contains("gives\n\n```\n" + found + "\n```\n");
  }
}
