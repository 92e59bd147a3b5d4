package io.mooring.checker.tlc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small specification for tests, in a folder of the test's own: a counter that wraps. */
public final class Counter {

  private static final String MODULE =
      """
      ---- MODULE Counter ----
      EXTENDS Naturals
      CONSTANT Max
      VARIABLES x, last
      vars == <<x, last>>
      Init == x = 0 /\\ last = [by |-> "Init", n |-> 0]
      \\* Counts.
      Step(by, n) == x' = n /\\ last' = [by |-> by, n |-> n]
      Up == x < Max /\\ Step("Up", x + 1)
      Wrap == x = Max /\\ Step("Wrap", 0)
      Jump(k) == x = 0 /\\ k <= Max /\\ Step("Jump", k)
      World == Wrap \\/ \\E k \\in 2..3 : Jump(k)
      Next == Up \\/ World
      Never == x > Max /\\ UNCHANGED vars
      WithNever == Next \\/ Never
      Partial == x' = 0
      Broken == x' = last.nothing /\\ UNCHANGED last
      Slow == Up
      Spec == Init /\\ [][Next]_vars /\\ WF_vars(Next)
      Spec2 == Init /\\ [][WithNever]_vars
      Small == x <= Max
      BelowTwo == x < 2
      UpOnly == [][x' >= x]_vars
      Bounded == [](x <= Max)
      ComesBack == x = 1 ~> x = 0
      Reaches == x = 0 ~> x = 9
      Vacuous == x = 77 => last.n = 5
      VacuousStep == [][x = 1 /\\ x' = 1 => last'.n = 7]_vars
      EvilUp == x <= Max /\\ Step("Up", x + 5)
      Fine == x = 1 => last.n = 1
      Full == x = Max
      FromFull == ENABLED Wrap
      Wraps == x > x'
      Leaps == x' > x + 7
      Beyond == x > Max
      Promise == Init /\\ [][WithNever]_vars /\\ WF_vars(Up) /\\ WF_vars(Wrap)
      AtStart == last.by = "Init"
      ====
      """;

  private Counter() {}

  /** Writes the module. */
  public static Path module(Path folder) throws IOException {
    return Files.writeString(folder.resolve("Counter.tla"), MODULE);
  }

  /** Writes a configuration with the specification, {@code Max = 3}, and what else is given. */
  public static Path config(Path folder, String name, String... lines) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".cfg"), "CONSTANT Max = 3\n" + String.join("\n", lines) + "\n");
  }
}
