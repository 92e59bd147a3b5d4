package io.mooring.checker.distributed;

import io.mooring.checker.tlc.CheckRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A specification of the tests of what is handed out: a walk on a grid, and back. */
final class Grid {

  private static final String TEXT =
      """
      ---- MODULE Grid ----
      EXTENDS Naturals
      CONSTANT N
      VARIABLES x, y
      ASSUME N \\in Nat
      Init == x = 0 /\\ y = 0
      Right == x < N /\\ x' = x + 1 /\\ y' = y
      Up == y < N /\\ y' = y + 1 /\\ x' = x
      Back == x = N /\\ y = N /\\ x' = 0 /\\ y' = 0
      Never == x > N /\\ x' = 0 /\\ y' = y
      Next == Right \\/ Up \\/ Back \\/ Never
      Spec == Init /\\ [][Next]_<<x, y>>
      Fair == Spec /\\ WF_<<x, y>>(Next)
      InGrid == x <= N /\\ y <= N
      Low == x + y < 2 * N
      Diagonal == x + y = 2 * N => x = N
      Gone == x > N => y = 0
      Grows == [][x' >= x \\/ x = N]_<<x, y>>
      NeverBack == [][x' >= x]_<<x, y>>
      Corner == x = N /\\ y = 0
      Over == x > N
      Returns == []<>(x = 0)
      Leads == InGrid => \\A n \\in 0..N : x = n ~> y = 0
      Refines == Fair
      Stays == <>[](x = 0)
      Wrong == x + y = "three"
      ====
      """;

  private Grid() {}

  /** A request for it with a configuration of these lines. */
  static CheckRequest request(Path folder, int size, String... lines) throws IOException {
    Path module = folder.resolve("Grid.tla");
    Files.writeString(module, TEXT);
    Path config = folder.resolve("Small.cfg");
    Files.writeString(config, "CONSTANT N = " + size + "\n" + String.join("\n", lines) + "\n");
    return CheckRequest.of(module, config);
  }
}
