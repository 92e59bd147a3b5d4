package io.mooring.prover.smt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes terms as SMT-LIB 2. What occurs more than once, and is not short, is defined once and used
 * by its name.
 */
final class SmtText {

  private static final int SHORT = 40;
  private static final Pattern SIMPLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.$]*");

  private final Map<Term, Integer> uses = new HashMap<>();
  private final Map<Term, String> shared = new LinkedHashMap<>();
  private final Set<Term> seen = new HashSet<>();
  private final IdentityHashMap<Term, Integer> lengths = new IdentityHashMap<>();
  private final StringBuilder definitions = new StringBuilder();
  private final Set<Term> declared;

  /**
   * A text in which these names are declared.
   *
   * @param declared a term that mentions another name is not shared, as the name is bound
   */
  SmtText(Set<Term> declared) {
    this.declared = declared;
  }

  /** A term alone, with nothing shared. */
  static String of(Term term) {
    StringBuilder text = new StringBuilder();
    new SmtText(Set.of()).write(term, text);
    return text.toString();
  }

  /** Counts the uses of each part of a term that will be written. */
  void count(Term term) {
    if (uses.merge(term, 1, Integer::sum) == 1) {
      term.args().forEach(this::count);
    }
  }

  /** A term; what it shares has been added to the {@link #definitions}. */
  String text(Term term) {
    StringBuilder text = new StringBuilder();
    share(term);
    write(term, text);
    return text.toString();
  }

  /** The definitions that have been made since this was last asked. */
  String definitions() {
    String text = definitions.toString();
    definitions.setLength(0);
    return text;
  }

  private void share(Term term) {
    if (term.args().isEmpty() || !seen.add(term)) {
      return;
    }
    term.args().forEach(this::share);
    if (uses.getOrDefault(term, 0) > 1
        && length(term) > SHORT
        && declared.containsAll(term.free())) {
      String name = "$" + (shared.size() + 1);
      StringBuilder text = new StringBuilder();
      write(term, text);
      definitions
          .append("(define-fun ")
          .append(name)
          .append(" () ")
          .append(term.sort().text())
          .append(' ')
          .append(text)
          .append(")\n");
      shared.put(term, name);
    }
  }

  private int length(Term term) {
    Integer known = lengths.get(term);
    if (known != null) {
      return known;
    }
    long sum = term.name().length() + 3L;
    for (Term arg : term.args()) {
      sum += length(arg) + 1L;
    }
    int length = (int) Math.min(sum, Integer.MAX_VALUE);
    lengths.put(term, length);
    return length;
  }

  private void write(Term term, StringBuilder text) {
    String name = shared.get(term);
    if (name != null) {
      text.append(name);
      return;
    }
    switch (term.form()) {
      case TRUTH -> text.append(term.name());
      case NUMBER ->
          text.append(
              term.name().startsWith("-") ? "(- " + term.name().substring(1) + ")" : term.name());
      case SYMBOL -> text.append(quoted(term.name()));
      case APPLY -> {
        text.append('(').append(term.name());
        for (Term arg : term.args()) {
          text.append(' ');
          write(arg, text);
        }
        text.append(')');
      }
      case QUANTIFIED -> {
        text.append('(').append(term.name()).append(" (");
        List<Term> bound = term.bound();
        for (int i = 0; i < bound.size(); i++) {
          text.append(i == 0 ? "(" : " (")
              .append(quoted(bound.get(i).name()))
              .append(' ')
              .append(bound.get(i).sort().text())
              .append(')');
        }
        text.append(") ");
        write(term.args().get(0), text);
        text.append(')');
      }
    }
  }

  /** A name as SMT-LIB takes it. */
  static String quoted(String name) {
    return SIMPLE.matcher(name).matches() ? name : "|" + name + "|";
  }
}
