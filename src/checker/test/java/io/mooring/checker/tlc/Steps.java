package io.mooring.checker.tlc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A specification for tests of how a check searches: {@code N} times {@code N} states. */
public final class Steps {

  private static final String MODULE =
      """
      ---- MODULE Steps ----
      EXTENDS Integers, TLC
      CONSTANT N
      VARIABLES n, m
      vars == <<n, m>>
      Init == n = 0 /\\ m = 0
      Up == n < N /\\ n' = n + 1 /\\ m' = 0
      Side == /\\ m < N
              /\\ m' = IF m > 500 THEN m + 7 ELSE m + 1
              /\\ UNCHANGED n
      Turn == n = N /\\ m = N /\\ n' = 0 /\\ m' = 0
      Next == Up \\/ Side
      Wheel == Next \\/ Turn
      Spec == Init /\\ [][Next]_vars /\\ WF_vars(Up)
      Within == n \\in 0..N /\\ m \\in 0..N
      Low == n < 3
      Branch == IF n > 700 THEN n % 2 = 0 ELSE m >= 0
      Slow == (n > 1) => \\A S \\in SUBSET (1..26) : S \\subseteq 0..30
      SlowInit == Init /\\ \\A S \\in SUBSET (1..26) : S \\subseteq 0..30
      Rises == [][n' >= n]_vars
      Steady == [][m' # 2]_vars
      Done == <>(n = N)
      Never == <>(n = 77)
      Wide == [i \\in 1..20000 |-> n * N + m + i]
      Keeps == TLCSet(1, Wide) /\\ n < 900
      Corner == n = N /\\ m = N
      Back == n' > n
      Over == n = 99
      Small == n < 2
      Odd == n' = n + "one" /\\ m' = m
      Mixed == Side \\/ (n = 0 /\\ m = 2 /\\ Odd)
      ====
      """;

  private Steps() {}

  /** A request for the module, with {@code N} and what else is given. */
  public static CheckRequest request(Path folder, int size, String... lines) throws IOException {
    Path module = Files.writeString(folder.resolve("Steps.tla"), MODULE);
    Path config =
        Files.writeString(
            folder.resolve("Steps.cfg"),
            "CONSTANT N = " + size + "\n" + String.join("\n", lines) + "\n");
    return CheckRequest.of(module, config);
  }
}
