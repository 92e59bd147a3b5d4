package io.mooring.prover.translate;

import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import io.mooring.prover.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The integers in values, as far as they can be listed. */
final class Numbers {

  private Numbers() {}

  /** That all of them lie between the negative bound and the bound. */
  static Term within(Collection<Value> values, int bound) {
    List<Term> found = new ArrayList<>();
    values.forEach(each -> collect(each, found));
    List<Term> all = new ArrayList<>();
    for (Term each : found) {
      all.add(Terms.atMost(Terms.number(-bound), each));
      all.add(Terms.atMost(each, Terms.number(bound)));
    }
    return Terms.and(all);
  }

  private static void collect(Value value, List<Term> found) {
    if (value instanceof Value.Int integer) {
      found.add(integer.term());
    } else if (value instanceof Value.Rec rec) {
      rec.fields().values().forEach(each -> collect(each, found));
    } else if (value instanceof Value.Seq seq) {
      BigInteger longest = Terms.greatest(seq.length());
      for (int i = 1; longest != null && i <= longest.intValue(); i++) {
        collect(seq.places().at(Terms.number(i)), found);
      }
    } else if (value instanceof Value.Fun fun) {
      fun.domain()
          .listed()
          .ifPresent(all -> all.forEach(each -> collect(fun.rule().of(each.element()), found)));
    }
  }
}
