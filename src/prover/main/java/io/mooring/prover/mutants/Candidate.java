package io.mooring.prover.mutants;

import io.mooring.checker.tlc.Digest;
import java.util.Map;
import java.util.TreeMap;

/**
 * A mutant of a specification that is proven.
 *
 * @param id its name
 * @param change what is wrong with it, in one line
 * @param expected the property that it is known to violate; empty if none is known
 * @param module the name of its root module
 * @param texts its modules that the specification does not have, or has with another text, by name
 * @param replaced definitions that others stand in for
 */
public record Candidate(
    String id,
    String change,
    String expected,
    String module,
    Map<String, String> texts,
    Map<String, String> replaced) {

  /** Copies the maps. */
  public Candidate {
    texts = java.util.Collections.unmodifiableMap(new TreeMap<>(texts));
    replaced = java.util.Collections.unmodifiableMap(new TreeMap<>(replaced));
  }

  /** Changes whenever the mutant does. */
  String digest() {
    return Digest.sha256(id + "\n" + module + "\n" + replaced + "\n" + texts);
  }
}
