package io.mooring.codegen.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A reachable value that is not of its declared type is refused, whatever else is checked. */
class TypeFitTest {

  static Stream<Arguments> changes() {
    String post = "Post(topic) == Arrives(\"Post\", [topic |-> topic, urgency |-> LOW, copies |-> ";
    String letter = "[copies |-> 1, stamp |-> 2, topic |-> \"news\", urgency |-> \"low\"]";
    String read =
        "[t \\in DOMAIN read \\cup {Head(box).topic} |->\n"
            + "                     IF t = Head(box).topic THEN Head(box).urgency ELSE read[t]]";
    String lost = "lost \\cup {{box[i].topic : i \\in DOMAIN box}}";
    String paid = "/\\ paid' = 0\n    /\\ Did(\"Reset\"";
    String seen = "[seen EXCEPT ![floor'] = @ \\/ floor' \\in calls]";
    return Stream.of(
        Arguments.of(
            "Mailbox",
            "/\\ lamp = DARK\n    /\\ box = <<>>",
            "/\\ lamp = \"dim\"\n    /\\ box = <<>>",
            "Mailbox.tla:50: lamp is \"dim\", which is not an element of Lamp"),
        Arguments.of(
            "Mailbox",
            post + "1]",
            post + "TRUE]",
            "Mailbox.tla:52: box is <<[copies |-> TRUE, topic |-> \"news\", urgency |-> \"low\"]>>"
                + " with TRUE in it, which is not an element of Seq(Letter)"),
        Arguments.of(
            "Mailbox",
            post + "1]",
            post + "3]",
            "Mailbox.tla:52: box is <<[copies |-> 3, topic |-> \"news\", urgency |-> \"low\"]>>"
                + " with 3 in it, which is not an element of Seq(Letter)"),
        Arguments.of(
            "Mailbox",
            post + "1]",
            post + "1, stamp |-> 2]",
            "Mailbox.tla:52: box is <<"
                + letter
                + ">> with "
                + letter
                + " in it, which is not an element of Seq(Letter)"),
        Arguments.of(
            "Mailbox",
            read,
            "[t \\in {Head(box).topic} |-> \"soon\"]",
            "Mailbox.tla:54: read is [news |-> \"soon\"] with \"soon\" in it,"
                + " which is not an element of [Topics -> Urgency]"),
        Arguments.of(
            "Mailbox",
            read,
            "[t \\in {\"all\"} |-> LOW]",
            "Mailbox.tla:54: read is [all |-> \"low\"] with \"all\" in it,"
                + " which is not an element of [Topics -> Urgency]"),
        Arguments.of(
            "Mailbox",
            lost,
            "{{\"all\"}, {\"news\"}}",
            "Mailbox.tla:56: lost is {{\"all\"}, {\"news\"}} with \"all\" in it,"
                + " which is not an element of SUBSET SUBSET Topics"),
        Arguments.of(
            "Mailbox",
            lost,
            "{7}",
            "Mailbox.tla:56: lost is {7} with 7 in it,"
                + " which is not an element of SUBSET SUBSET Topics"),
        Arguments.of(
            "Mailbox",
            lost,
            "7",
            "Mailbox.tla:56: lost is 7, which is not an element of SUBSET SUBSET Topics"),
        Arguments.of(
            "Turnstile",
            paid,
            paid.replace("0", "4"),
            "Turnstile.tla:54: paid is 4, which is not an element of 0..3"),
        Arguments.of(
            "Elevator",
            seen,
            "[f \\in Floors |-> 0]",
            "Elevator.tla:53: seen is (0 :> 0 @@ 1 :> 0 @@ 2 :> 0) with 0 in it, which is not an element of [0..2 -> BOOLEAN]"),
        Arguments.of(
            "Elevator",
            seen,
            "[f \\in 7..8 |-> TRUE]",
            "Elevator.tla:53: seen is (7 :> TRUE @@ 8 :> TRUE) with 7 in it, which is not an element of [0..2 -> BOOLEAN]"),
        Arguments.of(
            "Elevator",
            seen,
            "{}",
            "Elevator.tla:53: seen is {}, which is not an element of [0..2 -> BOOLEAN]"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void isRefusedWithItsLineAndItsPartThatDoesNotFit(
      String module, String piece, String replacement, String message, @TempDir Path folder)
      throws Exception {
    assertThat(Specs.refusal(module, piece, replacement, folder))
        .isEqualTo(message + "; let TypeOK allow it, or no step lead there");
  }
}
