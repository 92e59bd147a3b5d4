package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code validate --spec}: traces of a specification that has nothing to do with rooms. */
final class ValidateSpecificationTest {

  private static final String SPEC =
      """
      ---- MODULE Queue ----
      EXTENDS Naturals, Sequences
      CONSTANT Client
      VARIABLES queue, owner
      Init == queue = <<>> /\\ owner = [c \\in Client |-> 0]
      Put(c, v) == Len(queue) < 2 /\\ queue' = Append(queue, <<c, v>>) /\\ UNCHANGED owner
      Take(c) ==
          /\\ queue # <<>>
          /\\ owner' = [owner EXCEPT ![c] = Head(queue)[2]]
          /\\ queue' = Tail(queue)
      Drop == queue # <<>> /\\ queue' = Tail(queue) /\\ UNCHANGED owner
      Next == \\/ \\E c \\in Client, v \\in 1..3 : Put(c, v)
              \\/ \\E c \\in Client : Take(c)
              \\/ Drop
      ====
      """;

  static final String GOOD =
      """
      {"action":"Put","args":{"c":"ann","v":2},"state":{"queue":[["ann",2]]}}
      {"action":"Take","args":["bob"],"state":{"owner":{"ann":0,"bob":2}}}
      """;

  private final Path folder;

  ValidateSpecificationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void write() throws IOException {
    write(folder);
  }

  /** Writes the specification and its configuration. */
  static void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("Queue.tla"), SPEC);
    Files.writeString(
        folder.resolve("Queue.cfg"), "INIT Init\nNEXT Next\nCONSTANT Client = {ann, bob}\n");
  }

  private Called validate(String trace, String... options) throws IOException {
    Files.writeString(folder.resolve("t.ndjson"), trace);
    List<String> all = new ArrayList<>(List.of("validate", "--spec", "Queue.tla", "t.ndjson"));
    all.addAll(List.of(options));
    return Called.from(folder, all.toArray(String[]::new));
  }

  @Test
  void whatABehaviourExplainsIsExplained() throws IOException {
    assertThat(validate(GOOD).succeeds().out())
        .isEqualTo("2 lines, 1 trace: 1 explained, 0 rejected\n");
  }

  @Test
  void theFirstLineThatNoneExplainsIsShownWithWhatWasPossible() throws IOException {
    Called called =
        validate(
            GOOD + "{\"action\":\"Put\",\"args\":{\"c\":\"bob\",\"v\":3}}\n" + GOOD,
            "--json",
            "r.json",
            "--junit",
            "r.xml");

    assertThat(called.code()).isEqualTo(1);
    assertThat(called.out())
        .startsWith(
            "rejected: t.ndjson:4\n  the specification does not allow: Put(c = \"ann\", v = 2)")
        .contains("because queue is <<<<bob, 3>>, <<ann, 2>>>> in the specification, and was")
        .contains("owner = (ann :> 0 @@ bob :> 2), queue = <<<<bob, 3>>>>")
        .contains("Enabled there: Put(c = ann, v = 1)")
        .endsWith("5 lines, 1 trace: 0 explained, 1 rejected\n");
    assertThat(folder.resolve("r.json")).content().contains("\"rejected\" : 1");
    assertThat(folder.resolve("r.xml")).content().contains("<failure", "line 4");
  }

  @Test
  void unseenStepsAreFilledIn() throws IOException {
    String trace =
        "{\"action\":\"Take\",\"args\":{\"c\":\"ann\"},\"state\":{\"owner\":{\"ann\":3,\"bob\":0}}}\n";

    assertThat(validate(trace).code()).isEqualTo(1);
    validate(trace, "--unseen", "1").succeeds();
    assertThat(validate(trace, "--unseen", "1", "--unseen-action", "Drop").code()).isEqualTo(1);
    validate(trace, "--unseen", "1", "--unseen-action", "Dorp")
        .isRefused("no action Dorp; did you mean Drop?", "");
  }

  @Test
  void moreStatesThanMayBeLeaveItUndecided() throws IOException {
    Called called = validate(GOOD, "--unseen", "2", "--states", "5");

    assertThat(called.code()).isEqualTo(3);
    assertThat(called.out())
        .startsWith("undecided: t.ndjson:1\n  more than 5 states are possible;")
        .endsWith("2 lines, 1 trace: 0 explained, 0 rejected, 1 undecided\n");
  }

  @Test
  void aMapSaysWhatForeignLinesMean() throws IOException {
    String page =
        Files.readString(Called.project().resolve("src/docs/guide/traces-of-any-specification.md"));
    int begin = page.indexOf("{\n  \"fields\"");
    Files.writeString(
        folder.resolve("map.json"), page.substring(begin, page.indexOf("```", begin)));
    String trace =
        """
        {"run":1,"msg":"enqueue","thread":"ann","data":{"n":12},"size":1}
        {"run":1,"level":"debug"}
        {"run":2,"msg":"enqueue","thread":"bob","data":{"n":13}}
        {"run":1,"msg":"tick"}
        {"run":1,"msg":"dequeue","size":0}
        """;

    assertThat(validate(trace, "--map", "map.json").succeeds().out())
        .isEqualTo("5 lines (2 ignored), 2 traces: 2 explained, 0 rejected\n");
    Called wrong = validate(trace.replace("\"size\":0", "\"size\":1"), "--map", "map.json");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.out())
        .startsWith("rejected: t.ndjson:5: session 1\n")
        .contains("because Len(queue) = size for size=1 is FALSE");
    Files.writeString(folder.resolve("map.json"), "{\"holds\": [\"Len(quue) = 1\"]}");
    validate(trace, "--map", "map.json").isRefused("'Len(quue) = 1'", "");
    Files.writeString(folder.resolve("map.json"), "{\"held\": []}");
    validate(trace, "--map", "map.json").isRefused("map.json: held: expected one of fields", "");
  }

  @Test
  void aMapSaysOfWhichTypeAFieldIs() throws IOException {
    Files.writeString(
        folder.resolve("map.json"),
        """
        {
          "fields": {
            "who": {"at": "/who", "type": "CLIENT"},
            "seen": {"at": "/seen", "type": "Set(Int)"},
            "last": {"at": "/last", "type": "CLIENT -> Int"}
          },
          "arguments": {"c": "who"},
          "state": {"owner": "last"},
          "holds": ["{owner[c] : c \\\\in {who} \\\\cup DOMAIN owner} = seen"]
        }
        """);
    String trace =
        """
        {"action":"Put","who":"ann","seen":[0]}
        {"action":"Take","who":"bob","seen":[2,0],"last":{"ann":0,"bob":"2"}}
        """;

    validate(trace, "--map", "map.json").succeeds();
    assertThat(validate(trace.replace("[2,0]", "[2,1]"), "--map", "map.json").out())
        .startsWith("rejected: t.ndjson:2\n");
    assertThat(validate(trace.replace("[2,0]", "2"), "--map", "map.json").out())
        .contains("has a field seen that is no Set(Int): 2");
    Files.writeString(
        folder.resolve("map.json"), "{\"fields\": {\"n\": {\"at\": \"/n\", \"type\": \"int\"}}}");
    validate(trace, "--map", "map.json")
        .isRefused("map.json: fields/n/type: \"int\" is no type; one is Int,", "");
  }

  @Test
  void whatCannotBeReadEndsWithTwo() throws IOException {
    assertThat(validate("{\"action\":\"Putt\"}\n").code()).isEqualTo(2);
    assertThat(validate("{\"action\":\"Putt\"}\n").out())
        .contains("the specification has no action Putt; did you mean Put?");
    assertThat(validate("{\"state\":{\"que\":1}}\n").out())
        .contains("the specification has no variable que");
    assertThat(validate("").code()).isEqualTo(2);
    assertThat(validate(GOOD + "{\"action\":\"Dr").out()).contains("was cut off");
    assertThat(validate(GOOD.replace("}}\n", "},\"extra\":1}\n")).err())
        .contains("not judged: extra");
  }

  @Test
  void optionsThatDoNotFitTogetherAreRefused() throws IOException {
    validate(GOOD, "--tolerance", "1s").isRefused("--tolerance is about the traces of a room", "");
    validate(GOOD, "--unseen-action", "Drop").isRefused("--unseen-action needs --unseen", "");
    Called.from(folder, "validate", "--unseen", "1", "t.ndjson")
        .isRefused("--unseen belongs to --spec", "");
    Called.from(folder, "validate", "--resume", "t.ndjson")
        .isRefused("--resume belongs to --spec", "");
  }
}
