package io.mooring.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** What a delivery does to lines is not held against the session that they are about. */
final class DeliveryTest {

  private static SessionTasks tasks(Duplicates duplicates) throws Exception {
    return new SessionTasks(RandomFleet.RULES, FleetOptions.DEFAULT.duplicates(duplicates));
  }

  private static Verdict only(SessionTasks tasks) throws Exception {
    List<Verdict> verdicts = tasks.end();
    assertThat(verdicts).hasSize(1);
    return verdicts.get(0);
  }

  @Test
  void aLineThatComesTooLateMakesItsSessionUndecidedAndNeverRejected() throws Exception {
    try (SessionTasks tasks = tasks(Duplicates.NONE)) {
      tasks.send(Lines.joining("a", 0));
      tasks.watermark(2_000);
      tasks.send(Lines.joined("a", 1));
      tasks.send(Lines.lost("a", 3));

      Verdict verdict = only(tasks);
      assertThat(verdict.decision()).isEqualTo(Decision.UNDECIDED);
      assertThat(verdict.message()).isEqualTo("a line came too late");
      assertThat(verdict.rule() + verdict.reason() + verdict.line()).isEmpty();
      assertThat(verdict.judged()).isEqualTo(1);
      assertThat(tasks.unjudged())
          .containsExactly(
              new Unjudged(
                  "a", 1_000, "came later than the stream allows", Lines.joined("a", 1).line()));
    }
  }

  @Test
  void aRejectionThatALateLineMayExplainIsTakenBack() throws Exception {
    try (SessionTasks tasks = tasks(Duplicates.NONE)) {
      tasks.send(Lines.joining("a", 0));
      tasks.send(Lines.lost("a", 3));
      tasks.watermark(4_000);
      assertThat(tasks.alerts()).extracting(Verdict::decision).containsExactly(Decision.REJECTED);
      tasks.send(Lines.joined("a", 1));

      assertThat(only(tasks).decision()).isEqualTo(Decision.UNDECIDED);
    }
  }

  @Test
  void aRejectionStaysIfTheLateLineIsBehindIt() throws Exception {
    try (SessionTasks tasks = tasks(Duplicates.NONE)) {
      tasks.send(Lines.joining("a", 0));
      tasks.send(Lines.lost("a", 3));
      tasks.watermark(9_000);
      tasks.send(Lines.left("a", 5));

      Verdict verdict = only(tasks);
      assertThat(verdict.decision()).isEqualTo(Decision.REJECTED);
      assertThat(verdict.line()).isEqualTo(Lines.lost("a", 3).line());
      assertThat(verdict.reason()).isEqualTo("SIGNAL_DISCONNECTED");
      assertThat(verdict.message())
          .startsWith("(RECONNECTING, SIGNAL_DISCONNECTED) is not allowed in CONNECTING");
      assertThat(verdict.rule()).isNotEmpty();
      assertThat(verdict.version()).isEqualTo("1.0");
      assertThat(verdict.region()).isEqualTo("eu");
    }
  }

  @Test
  void aSessionWhoseFirstLineComesTooLateIsNotJudgedByTheOthers() throws Exception {
    try (SessionTasks tasks = tasks(Duplicates.NONE)) {
      tasks.watermark(2_000);
      tasks.send(Lines.joining("a", 0));
      tasks.send(Lines.joined("a", 3));

      assertThat(only(tasks).decision()).isEqualTo(Decision.UNDECIDED);
    }
  }

  @Test
  void aRejectedSessionHasItsLastLinesOnRequest() throws Exception {
    try (SessionTasks tasks = new SessionTasks(RandomFleet.RULES, FleetOptions.DEFAULT.keep(2))) {
      tasks.send(Lines.joining("a", 0));
      tasks.send(Lines.joined("a", 1));
      tasks.send(Lines.joined("a", 2));
      tasks.send(Lines.left("a", 3));
      tasks.send(Lines.joining("b", 0));
      tasks.send(Lines.joined("b", 1));
      tasks.watermark(5_000);

      assertThat(tasks.alerts())
          .extracting(Verdict::lines)
          .containsExactly(List.of(Lines.joined("a", 1).line(), Lines.joined("a", 2).line()));
      assertThat(tasks.end())
          .filteredOn(each -> each.session().equals("b"))
          .singleElement()
          .extracting(Verdict::lines)
          .isEqualTo(List.of());
    }
  }

  @Test
  void aLineWithoutATimeMakesItsSessionUndecidedEvenIfItIsTheFirstOfAll() throws Exception {
    try (SessionTasks tasks = tasks(Duplicates.NONE)) {
      tasks.send(Lines.untimed(Lines.joining("a", 0)));
      tasks.send(Lines.joined("a", 3));
      tasks.watermark(10_000);

      Verdict verdict = only(tasks);
      assertThat(verdict.decision()).isEqualTo(Decision.UNDECIDED);
      assertThat(verdict.message()).isEqualTo("a line has no time");
      assertThat(verdict.last()).isEqualTo(3_000);
    }
  }

  @Test
  void aLineThatIsMissingMakesItsSessionUndecidedWhereLinesAreNumbered() throws Exception {
    try (SessionTasks tasks = tasks(Duplicates.SEQUENCE)) {
      tasks.send(Lines.joining("a", 0));
      tasks.send(Lines.lost("a", 3));

      Verdict verdict = only(tasks);
      assertThat(verdict.decision()).isEqualTo(Decision.UNDECIDED);
      assertThat(verdict.message()).isEqualTo("the lines from 2 to 3 are missing");
    }
  }

  @Test
  void theFirstLineMayBeMissingToo() throws Exception {
    try (SessionTasks tasks = tasks(Duplicates.SEQUENCE)) {
      tasks.send(Lines.joined("a", 1));

      assertThat(only(tasks).message()).isEqualTo("the lines from 1 to 1 are missing");
    }
  }

  @Test
  void aDuplicateThatComesLateIsNoLateLine() throws Exception {
    for (Duplicates how : List.of(Duplicates.SEQUENCE, Duplicates.REPETITION)) {
      try (SessionTasks tasks = tasks(how)) {
        tasks.send(Lines.joining("a", 0));
        tasks.send(Lines.joining("a", 0));
        tasks.send(Lines.joined("a", 1));
        tasks.watermark(5_000);
        tasks.send(Lines.joining("a", 0));

        Verdict verdict = only(tasks);
        assertThat(verdict.decision()).as(how.name()).isEqualTo(Decision.ACCEPTED);
        assertThat(verdict.judged()).isEqualTo(2);
        assertThat(tasks.unjudged()).isEmpty();
      }
    }
  }

  @Test
  void aDuplicateIsALineLikeOthersIfNoneIsToBeRecognised() throws Exception {
    try (SessionTasks tasks = tasks(Duplicates.NONE)) {
      tasks.send(Lines.joining("a", 0));
      tasks.send(Lines.joining("a", 0));

      assertThat(only(tasks).decision()).isEqualTo(Decision.REJECTED);
    }
  }

  @Test
  void whatCannotBeReadIsPutAsideAndNotHeldAgainstTheSession() throws Exception {
    try (SessionTasks tasks = tasks(Duplicates.NONE)) {
      tasks.send(Lines.joining("a", 0));
      tasks.send(new Callback("a", 500, 2, "", "", "{\"session\":\"a\",\"time\":500}"));
      tasks.send(Lines.joined("a", 1));

      assertThat(only(tasks).decision()).isEqualTo(Decision.ACCEPTED);
      assertThat(tasks.unjudged()).hasSize(1);
      assertThat(tasks.unjudged().get(0).why()).startsWith("has no state and no reason");
    }
  }

  @Test
  void aSessionOfWhichNothingCanBeReadHasNoVerdict() throws Exception {
    try (SessionTasks tasks = tasks(Duplicates.NONE)) {
      tasks.send(new Callback("a", 500, 2, "", "", "{}"));

      assertThat(tasks.end()).isEmpty();
      assertThat(tasks.unjudged()).hasSize(1);
    }
  }

  @Test
  void aSessionEndsWithItsSilenceAndThenAnotherBegins() throws Exception {
    try (SessionTasks tasks =
        new SessionTasks(RandomFleet.RULES, FleetOptions.DEFAULT.silence(Duration.ofSeconds(60)))) {
      tasks.send(Lines.joining("a", 0));
      tasks.send(Lines.joined("a", 1));
      tasks.send(Lines.joining("a", 61));
      tasks.send(Lines.lost("b", 100));
      tasks.watermark(60_999);
      assertThat(tasks.alerts()).isEmpty();

      List<Verdict> verdicts = tasks.end();
      assertThat(verdicts).extracting(Verdict::session).containsExactlyInAnyOrder("a", "b");
    }
  }

  @Test
  void aSessionEndsBetweenTwoLinesEvenIfTheWatermarkPassesBoth() throws Exception {
    try (SessionTasks tasks =
        new SessionTasks(RandomFleet.RULES, FleetOptions.DEFAULT.silence(Duration.ofSeconds(60)))) {
      tasks.send(Lines.joining("a", 0));
      tasks.send(Lines.joined("a", 1));
      tasks.send(Lines.joining("a", 62));
      tasks.watermark(70_000);

      assertThat(tasks.alerts()).isEmpty();
      assertThat(tasks.end())
          .extracting(Verdict::session, Verdict::decision, Verdict::last)
          .containsExactly(
              tuple("a", Decision.ACCEPTED, 1_000L), tuple("a", Decision.ACCEPTED, 62_000L));
    }
  }

  @Test
  void aSessionWithoutAnOutcomeIsRejectedWhenItHasBeenSilent() throws Exception {
    try (SessionTasks tasks =
        new SessionTasks(RandomFleet.RULES, FleetOptions.DEFAULT.silence(Duration.ofSeconds(60)))) {
      tasks.send(Lines.joining("a", 0));
      tasks.send(Lines.joining("b", 80));
      tasks.watermark(70_000);
      assertThat(tasks.kept()).isEqualTo(1);

      List<Verdict> verdicts = tasks.end();
      assertThat(verdicts)
          .filteredOn(each -> each.session().equals("a"))
          .singleElement()
          .extracting(Verdict::message)
          .asString()
          .startsWith("CONNECTING has lasted for 60.000 s");
      // By the end of all lines the other could still have had one.
      assertThat(verdicts)
          .filteredOn(each -> each.session().equals("b"))
          .extracting(Verdict::decision)
          .containsExactly(Decision.ACCEPTED);
    }
  }

  @Test
  void aSilenceThatABoundMayLastIsRefused() {
    FleetOptions options = FleetOptions.DEFAULT.silence(Duration.ofSeconds(30));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Judgement(RandomFleet.RULES, options))
        .withMessageContaining("give it a longer silence");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FleetOptions.DEFAULT.silence(Duration.ZERO))
        .withMessage("a silence of PT0S is none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FleetOptions.DEFAULT.keep(-1))
        .withMessage("-1 lines cannot be kept of a session, but 0 to 1000");
  }

  @Test
  void whatIsKeptDoesNotGrowWithTheSession() throws Exception {
    FleetOptions options = FleetOptions.DEFAULT.duplicates(Duplicates.REPETITION);
    Judgement judgement = new Judgement(RandomFleet.RULES, options);
    SessionState state = new SessionState();
    int before = 0;
    for (int i = 0; i < 20_000; i++) {
      Callback next = i % 2 == 0 ? Lines.joining("a", i) : Lines.left("a", i);
      judgement.take(judgement.inOrder(List.of(next)).get(0), state);
      if (i == 100) {
        before = size(state);
      }
    }

    assertThat(state.isRejected()).isFalse();
    assertThat(state.judged).isEqualTo(20_000);
    assertThat(size(state)).isEqualTo(before).isLessThan(600);
  }

  @Test
  void aLongSessionNeedsNoMoreThanAShortOne() throws Exception {
    try (SessionTasks tasks = tasks(Duplicates.SEQUENCE)) {
      for (int i = 0; i < 20_000; i++) {
        tasks.send(i % 2 == 0 ? Lines.joining("a", i) : Lines.left("a", i));
        tasks.watermark(1_000L * (i - 5));
        // The session, and the lines that wait.
        assertThat(tasks.kept()).isLessThanOrEqualTo(2);
      }
      Verdict verdict = only(tasks);
      assertThat(verdict.decision()).isEqualTo(Decision.ACCEPTED);
      assertThat(verdict.judged()).isEqualTo(20_000);
    }
  }

  @Test
  void linesOfTheSameMomentsWaitUntilTheirOwn() throws Exception {
    FleetOptions options = FleetOptions.DEFAULT.duplicates(Duplicates.SEQUENCE);
    List<Callback> lines =
        List.of(
            moment("a", 3, 1_003, "CONNECTED", "JOIN_SUCCEED"),
            moment("a", 1, 1_001, "CONNECTING", "JOIN_CHANNEL"),
            moment("a", 2, 1_003, "RECONNECTING", "SIGNAL_DISCONNECTED"),
            moment("a", 4, 1_009, "DISCONNECTED", "LEAVE_CHANNEL"));
    try (SessionTasks tasks = new SessionTasks(RandomFleet.RULES, options)) {
      lines.forEach(each -> send(each, tasks));
      for (long watermark = 1_000; watermark < 1_010; watermark++) {
        tasks.watermark(watermark);
      }
      // The second of them is wrong, and is known as soon as the watermark is there.
      assertThat(tasks.alerts())
          .singleElement()
          .extracting(Verdict::line, Verdict::judged)
          .containsExactly(lines.get(2).line(), 2L);
      assertThat(only(tasks).judged()).isEqualTo(4);
    }
  }

  private static void send(Callback callback, SessionTasks tasks) {
    try {
      tasks.send(callback);
    } catch (Exception failed) {
      throw new AssertionError("a line could not be sent", failed);
    }
  }

  private static Callback moment(
      String session, long number, long time, String state, String reason) {
    String line = Lines.callback(session, 0, number, state, reason).line();
    return new Callback(
        session, time, number, "", "", line.replace("\"time\":0", "\"time\":" + time));
  }

  private static int size(SessionState state) throws Exception {
    DataOutputSerializer bytes = new DataOutputSerializer(64);
    SessionStateSerializer.INSTANCE.serialize(state, bytes);
    return bytes.length();
  }
}
