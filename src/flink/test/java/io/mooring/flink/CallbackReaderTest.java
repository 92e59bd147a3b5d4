package io.mooring.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.trace.CodedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Lines that are read at once are read as those that are read twice. */
final class CallbackReaderTest {
  private static final CallbackReader.Members MEMBERS =
      new CallbackReader.Members("session", "received", "n", "version", "region");

  private static final List<String> ODD =
      List.of(
          "",
          "no JSON",
          "[1]",
          "{}",
          "{\"received\":1}",
          "{\"session\":7,\"received\":\"1970-01-01T00:00:01Z\",\"n\":\"3\",\"event\":\"Kick\"}",
          "{\"session\":\"a\",\"received\":\"yesterday\",\"event\":\"JoinChannel\"}",
          "{\"session\":\"a\",\"received\":1.9,\"n\":3.0,\"event\":\"JoinChannel\"}",
          "{\"session\":\"a\",\"received\":-0.5,\"n\":true,\"event\":\"JoinChannel\"}",
          "{\"session\":null,\"received\":1,\"event\":\"JoinChannel\"}",
          "{\"session\":\"a\",\"received\":null,\"event\":\"JoinChannel\"}",
          "{\"session\":\"a\",\"received\":{\"x\":1},\"version\":[1],\"event\":\"JoinChannel\"}",
          "{\"session\":\"a\",\"received\":1,\"state\":\"CONNECTED\"}",
          "{\"session\":\"a\",\"received\":1,\"state\":\"NONE OF THEM\",\"reason\":\"X\"}",
          "{\"session\":\"a\",\"received\":1,\"stale\":true}",
          "{\"session\":\"a\",\"received\":1,\"restored\":\"connected\"}",
          "{\"session\":\"a\",\"received\":99999999999999999999,\"event\":\"JoinChannel\"}",
          "{\"session\":\"a\",\"received\":1,\"event\":\"JoinChannel\"} {}",
          "{\"session\":\"a\",\"received\":1,\"event\":\"JoinChan");

  /** What a reader puts out and aside, in the order of the lines. */
  private record Read(List<Callback> callbacks, List<Unjudged> aside) {}

  private static Read read(CallbackReader reader, List<String> lines) throws Exception {
    var task =
        new OneInputStreamOperatorTestHarness<String, Callback>(new ProcessOperator<>(reader));
    task.open();
    for (String each : lines) {
      task.processElement(each, 0);
    }
    List<Unjudged> aside = new ArrayList<>();
    var output = task.getSideOutput(CallbackReader.UNREADABLE);
    if (output != null) {
      output.forEach(each -> aside.add(each.getValue()));
    }
    List<Callback> callbacks = task.extractOutputValues();
    task.close();
    return new Read(callbacks, aside);
  }

  private static Callback without(Callback callback) {
    return new Callback(
        callback.session(),
        callback.time(),
        callback.sequence(),
        callback.version(),
        callback.region(),
        callback.line());
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>(ODD);
    new RandomFleet(new Random(3), 40, 12)
        .lines()
        .forEach(
            each ->
                lines.add(
                    each.line()
                        .replace(
                            "\"version\"", "\"region\":\"eu\u00e9\",\"received\":5,\"version\"")));
    return lines;
  }

  @Test
  void aLineThatIsReadOnceIsTheSame() throws Exception {
    Read twice = read(new CallbackReader(MEMBERS), lines());
    Read once = read(new CallbackReader(MEMBERS, RandomFleet.RULES), lines());

    assertThat(once.callbacks().stream().map(CallbackReaderTest::without).toList())
        .isEqualTo(twice.callbacks())
        .hasSizeGreaterThan(100);
    assertThat(once.aside()).isEqualTo(twice.aside()).hasSizeGreaterThan(4);
    assertThat(once.callbacks().stream().map(Callback::entry).filter(each -> each != null).count())
        .isGreaterThan(100);
  }

  @Test
  void whatALineSaysIsWhatItsTextSays() throws Exception {
    Judgement judgement = new Judgement(RandomFleet.RULES, FleetOptions.DEFAULT);
    for (Callback each :
        read(new CallbackReader(MEMBERS, RandomFleet.RULES), lines()).callbacks()) {
      Judgement.Line once = judgement.inOrder(List.of(each)).get(0);
      Judgement.Line twice = judgement.inOrder(List.of(without(each))).get(0);

      assertThat(once.unreadable()).isEqualTo(twice.unreadable());
      assertThat(once.entry())
          .usingRecursiveComparison()
          .ignoringFields("session")
          .isEqualTo(twice.entry());
    }
  }

  @Test
  void whatWasReadByOtherRulesIsReadAgain() throws Exception {
    Judgement judgement = new Judgement(RandomFleet.RULES, FleetOptions.DEFAULT);
    Callback line = Lines.joining("a", 1);
    Callback read =
        new Callback(
            "a",
            line.time(),
            1,
            "",
            "",
            line.line(),
            new CodedEntry(1, CodedEntry.Kind.HAPPENED, 5, -1, 0));

    assertThat(judgement.inOrder(List.of(read)).get(0).entry())
        .isEqualTo(judgement.inOrder(List.of(line)).get(0).entry());
  }

  @Test
  void aLineIsWrittenAndReadBack() throws Exception {
    String longLine = "{\"session\":\"" + "\u00e9x\ud83d\ude00".repeat(200) + "\"}";
    List<Callback> all =
        new ArrayList<>(read(new CallbackReader(MEMBERS, RandomFleet.RULES), lines()).callbacks());
    all.add(new Callback("", Callback.NONE, Callback.NONE, "", "", longLine));
    all.add(new Callback("x".repeat(255), 1, 2, "y".repeat(254), "z".repeat(70_000), "{}"));
    CallbackSerializer serializer = new CallbackSerializer();
    DataOutputSerializer bytes = new DataOutputSerializer(64);
    for (Callback each : all) {
      serializer.serialize(each, bytes);
    }
    DataInputDeserializer input = new DataInputDeserializer(bytes.getCopyOfBuffer());
    List<Callback> back = new ArrayList<>();
    while (input.available() > 0) {
      back.add(serializer.deserialize(input));
    }

    assertThat(back).isEqualTo(all);
  }
}
