package io.mooring.build;

import java.util.Locale;

/**
 * The figures of a proof that are the same in every run.
 *
 * @param states distinct states of the contract
 * @param edges edges of its full graph, outputs included
 * @param properties invariants and properties that hold
 * @param mutants changed specifications of which each breaks exactly one property
 * @param broken how many of the properties are broken by one of them
 * @param timedStates distinct states of the client in time, within the bounds of its fast model
 * @param callStates distinct states of the whole call, within the bounds of its fast model
 * @param obligations what is proven without bounds of the client in time
 * @param unboundedProperties how many of its properties follow from that
 * @param livesObligations what is proven without bounds of what another process continues from
 * @param files generated files
 * @param locations locations of each engine
 * @param rows labelled edges of each engine
 * @param rowsDriven labelled edges taken by real connections, on each engine
 * @param edgesDriven edges of the full graph taken by real connections, on each engine
 */
record ProofFacts(
    long states,
    long edges,
    int properties,
    int mutants,
    int broken,
    long timedStates,
    long callStates,
    int obligations,
    int unboundedProperties,
    int livesObligations,
    int files,
    int locations,
    int rows,
    int rowsDriven,
    int edgesDriven) {

  /** The table, as Markdown. */
  String table() {
    return String.join(
        "\n",
        "| what | proven in every build | see it again |",
        "|--|--|--|",
        row(
            "The contract holds",
            "%,d states and %,d edges, all that there are: %d properties hold. %d mutants violate"
                + " exactly one property each, and %d of %d properties have such a mutant",
            "check",
            states,
            edges,
            properties,
            mutants,
            broken,
            properties),
        row(
            "So it does in time, and in a call",
            "bounded: %,d states of sessions, timers and attempts refine the contract, %,d states of a"
                + " call between A, a server and B refine those",
            "check",
            timedStates,
            callStates),
        row(
            "In time, without bounds",
            "any number of sessions, episodes, requests and lives: two solvers prove"
                + " %,d obligations; %d properties follow",
            "prove",
            obligations + livesObligations,
            unboundedProperties),
        row(
            "The Java is the specification",
            "%d generated files are what the generator makes of it now",
            "generate --check",
            files),
        row(
            "Both engines are its graph",
            "compiled and Spring: %d locations and %,d labelled edges, none missing, none more",
            "prove",
            locations,
            rows),
        row(
            "Real connections keep to it",
            "driven on both engines along %,d of %,d labelled edges and %,d of %,d edges of the full"
                + " graph, the others being ends of attempts and windows that never began; then at"
                + " random; TLC judges every step",
            "fuzz",
            rowsDriven,
            rows,
            edgesDriven,
            edges));
  }

  private static String row(String what, String proven, String command, Object... figures) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | `./mooring %s` |",
        what,
        String.format(Locale.ROOT, proven, figures),
        command);
  }
}
