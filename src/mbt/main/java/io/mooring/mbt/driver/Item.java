package io.mooring.mbt.driver;

import io.mooring.checker.tlc.SourceSpan;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that walks can cover: an action by its name; a guard, which is one disjunct of an
 * action; two actions in a row; or the refusal of an action because of a conjunct that is false.
 *
 * @param kind what it is
 * @param action the action; of a pair, the second one
 * @param before the first action of a pair, the conjunct of a refusal; empty otherwise
 * @param span the disjunct; empty unless it is a guard
 */
record Item(Kind kind, String action, String before, Optional<SourceSpan> span)
    implements Comparable<Item> {

  /** What can be covered. */
  enum Kind {
    ACTION,
    GUARD,
    PAIR,
    REFUSAL
  }

  private static final Comparator<Item> ORDER =
      Comparator.comparing(Item::kind)
          .thenComparing(Item::before)
          .thenComparing(Item::action)
          .thenComparing(item -> item.span().map(SourceSpan::beginLine).orElse(0))
          .thenComparing(item -> item.span().map(SourceSpan::beginColumn).orElse(0))
          .thenComparing(item -> item.span().map(SourceSpan::module).orElse(""));

  static Item action(String name) {
    return new Item(Kind.ACTION, name, "", Optional.empty());
  }

  static Item guard(String action, SourceSpan span) {
    return new Item(Kind.GUARD, action, "", Optional.of(span));
  }

  static Item pair(String before, String action) {
    return new Item(Kind.PAIR, action, before, Optional.empty());
  }

  static Item refusal(String action, String conjunct) {
    return new Item(Kind.REFUSAL, action, conjunct, Optional.empty());
  }

  @Override
  public int compareTo(Item other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return switch (kind) {
      case ACTION -> action;
      case GUARD -> action + " (" + span.map(SourceSpan::place).orElse("") + ")";
      case PAIR -> before + ", " + action;
      case REFUSAL -> action + " (" + before + ")";
    };
  }
}
