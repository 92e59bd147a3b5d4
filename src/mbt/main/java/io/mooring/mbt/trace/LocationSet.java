package io.mooring.mbt.trace;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a machine may be, as far as its notifications show. Of one validation there is one object
 * for each such set, and it remembers what follows it: to go on costs an array read. Only sets that
 * a trace leads to are made. Not for use by several threads.
 */
final class LocationSet {

  /** No event notifies of it, or several may. */
  private static final int NO_ONE_EVENT = -1;

  /** It is not known yet which event does. */
  private static final int UNKNOWN = -2;

  private static final int UNKNOWN_ROW = -3;

  /** The sets of one validation. */
  static final class Sets {
    private final NotificationAutomaton automaton;
    private final List<TimeBound> bounds;
    private final Map<BitSet, LocationSet> known = new HashMap<>();

    /** Those of one location each, by its number. */
    private final @Nullable LocationSet[] single;

    Sets(NotificationAutomaton automaton, List<TimeBound> bounds) {
      this.automaton = automaton;
      this.bounds = bounds;
      this.single = new LocationSet[automaton.machine().locations().size()];
    }

    private LocationSet of(BitSet positions) {
      return known.computeIfAbsent(positions, each -> new LocationSet(this, each));
    }

    LocationSet at(int location) {
      LocationSet set = single[location];
      if (set == null) {
        set = of(automaton.at(location));
        single[location] = set;
      }
      return set;
    }

    /** The positions are those of {@link #write}. */
    LocationSet read(DataInput input) throws IOException {
      long[] words = new long[input.readUnsignedByte()];
      for (int i = 0; i < words.length; i++) {
        words[i] = input.readLong();
      }
      return of(BitSet.valueOf(words));
    }

    List<TimeBound> bounds() {
      return bounds;
    }

    LocationSet anywhere() {
      return of(automaton.anywhere());
    }

    NotificationAutomaton automaton() {
      return automaton;
    }
  }

  private final Sets sets;
  private final BitSet positions;
  private final Set<Integer> locations;
  private final boolean empty;
  private final @Nullable TimeBound bound;
  private final @Nullable LocationSet[] after;

  /** The same, of a known event: its number times the number of notifications, and that of one. */
  private @Nullable LocationSet[] afterWith = {};

  private final @Nullable LocationSet[] silently;

  /**
   * By event, after {@link NotificationAutomaton#ANY}, and notification: the row that explains it.
   */
  private int[] rows = {};

  /** By notification: the only event that may notify of it, or one of the numbers above. */
  private final int[] causes;

  private LocationSet(Sets sets, BitSet positions) {
    this.sets = sets;
    this.positions = positions;
    locations = Collections.unmodifiableSet(sets.automaton.locations(positions));
    empty = positions.isEmpty();
    bound =
        sets.bounds.stream()
            .filter(each -> !empty && each.locations().containsAll(locations))
            .findFirst()
            .orElse(null);
    int events = sets.automaton.machine().events().size();
    after = new LocationSet[sets.automaton.notifications().size()];
    silently = new LocationSet[events];
    causes = new int[after.length];
    Arrays.fill(causes, UNKNOWN);
  }

  void write(DataOutput output) throws IOException {
    long[] words = positions.toLongArray();
    output.writeByte(words.length);
    for (long word : words) {
      output.writeLong(word);
    }
  }

  boolean isEmpty() {
    return empty;
  }

  /** The numbers of the locations. */
  Set<Integer> locations() {
    return locations;
  }

  /** The names of the locations. */
  List<String> names() {
    return locations.stream()
        .map(location -> sets.automaton.machine().locations().get(location).name())
        .toList();
  }

  /** What is bounded, wherever the machine may be; null if there may be nothing. */
  @Nullable TimeBound bound() {
    return bound;
  }

  /**
   * After a notification; empty if it must not be next.
   *
   * @param event the event that it is about, or {@link NotificationAutomaton#ANY}
   */
  LocationSet after(int notification, int event) {
    if (notification < 0) {
      return sets.of(new BitSet());
    }
    boolean any = event == NotificationAutomaton.ANY;
    if (!any && afterWith.length == 0) {
      afterWith = new LocationSet[silently.length * after.length];
    }
    @Nullable LocationSet[] known = any ? after : afterWith;
    int index = any ? notification : event * after.length + notification;
    LocationSet next = known[index];
    if (next == null) {
      next = sets.of(sets.automaton.after(positions, notification, event));
      known[index] = next;
    }
    return next;
  }

  /** After an event whose notification, if it has one, is still to come. */
  LocationSet afterEvent(int event) {
    LocationSet next = silently[event];
    if (next == null) {
      next = sets.of(sets.automaton.after(positions, event));
      silently[event] = next;
    }
    return next;
  }

  /** The only row that explains a notification, as {@link JudgedSession#row} has it. */
  int row(int notification, int event) {
    if (notification < 0) {
      return JudgedSession.NO_ROW;
    }
    if (rows.length == 0) {
      rows = new int[(silently.length + 1) * after.length];
      Arrays.fill(rows, UNKNOWN_ROW);
    }
    int index = (event + 1) * after.length + notification;
    if (rows[index] == UNKNOWN_ROW) {
      rows[index] = sets.automaton.row(positions, notification, event);
    }
    return rows[index];
  }

  /** The row of an event without a notification, likewise. */
  int rowOf(int event) {
    return sets.automaton.row(positions, event);
  }

  /** Whether this event, and no other, may notify of this. */
  boolean isNotifiedBy(int event, int notification) {
    if (causes[notification] == UNKNOWN) {
      causes[notification] = cause(notification);
    }
    return causes[notification] == event;
  }

  private int cause(int notification) {
    int cause = NO_ONE_EVENT;
    for (int event = 0; event < silently.length; event++) {
      if (!after(notification, event).isEmpty()) {
        if (cause != NO_ONE_EVENT) {
          return NO_ONE_EVENT;
        }
        cause = event;
      }
    }
    return cause;
  }

  /**
   * The numbers of the notifications that may be next.
   *
   * @param event the event that they are about, or {@link NotificationAutomaton#ANY}
   */
  List<Integer> allowed(int event) {
    List<Integer> allowed = new ArrayList<>();
    for (int notification = 0; notification < after.length; notification++) {
      if (!after(notification, event).isEmpty()) {
        allowed.add(notification);
      }
    }
    return allowed;
  }
}
