package io.mooring.room.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A queue without an end, of which a configuration says that it is short. */
final class QueueFiles {

  static final String MODULE =
      """
      ---- MODULE Queue ----
      EXTENDS Naturals, Sequences
      CONSTANT Owner
      VARIABLES queue, round
      Init == queue = <<>> /\\ round = 0
      Put == queue' = Append(queue, [id |-> round, owner |-> Owner]) /\\ round' = round + 1
      Next == Put
      Spec == Init /\\ [][Next]_<<queue, round>>
      Short == Len(queue) < 3
      Newest == queue[Len(queue)].id
      ====
      """;

  private QueueFiles() {}

  static void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("Queue.tla"), MODULE);
    Files.writeString(
        folder.resolve("Queue.cfg"),
        "SPECIFICATION Spec\nCONSTANT Owner = Owner\nINVARIANT Short\n");
  }
}
