package io.mooring.checker.mutate;

import io.mooring.checker.TestedChecker;
import io.mooring.checker.tlc.Tlc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A specification in a few lines, and the changes that are made of it. */
final class Changes {

  static final Tlc TLC = TestedChecker.TLC;

  private final Path folder;
  private String properties = "";

  Changes(Path folder) {
    this.folder = folder;
  }

  /** The same with a property to check. */
  Changes asking(String name) {
    properties = "INVARIANT " + name + "\n";
    return this;
  }

  /** The mutants of a module with variables {@code x} and {@code s}, constant {@code Max}. */
  MutantSet mutantSet(String... lines) throws Exception {
    String text =
        "---- MODULE Changed ----\nEXTENDS Integers, Sequences\nCONSTANT Max\nVARIABLES x, s\n"
            + "Colour == {\"red\", \"green\", \"blue\"}\n"
            + String.join("\n", lines)
            + "\n====\n";
    Path module = Files.writeString(folder.resolve("Changed.tla"), text);
    Path config =
        Files.writeString(
            folder.resolve("Changed.cfg"), "SPECIFICATION Spec\nCONSTANT Max = 3\n" + properties);
    return MutantFinder.mutants(TLC, module, List.of(config), List.of());
  }

  /** The results of one operator on an action, as {@code before -> after} or what is dropped. */
  List<String> of(MutationOperator operator, String action) throws Exception {
    return mutantSet(
            "Init == x = 0 /\\ s = <<>>",
            "A ==",
            action,
            "Next == A",
            "Spec == Init /\\ [][Next]_<<x, s>>")
        .mutants()
        .stream()
        .filter(mutant -> mutant.operator() == operator && mutant.definition().equals("A"))
        .map(Mutant::description)
        .toList();
  }
}
