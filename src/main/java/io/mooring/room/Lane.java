package io.mooring.room;

/**
 * The word of an {@link Outbox}'s lane: what the thread on it has left to do, whether it has begun
 * with the first of that, and a number that no two uses share, so that no thread mistakes another's
 * lane for its own.
 */
final class Lane {

  private static final int BEGUN = 1;
  private static final int EFFECTS = 2;
  private static final int RECORDS = 4;
  private static final int CALLBACKS = 8;
  private static final int LEFT = EFFECTS | RECORDS | CALLBACKS;
  private static final int NEXT_USE = 16;

  private Lane() {}

  /** Whether a thread is on the lane. */
  static boolean isOpen(long word) {
    return (word & LEFT) != 0;
  }

  /** The lane is open to a thread that has these to do, which may not begin at once. */
  static long open(long word, boolean effects, boolean records, boolean callbacks, boolean begun) {
    return closed(word)
        + NEXT_USE
        + (effects ? EFFECTS : 0)
        + (records ? RECORDS : 0)
        + (callbacks ? CALLBACKS : 0)
        + (begun ? BEGUN : 0);
  }

  static long closed(long word) {
    return word & -NEXT_USE;
  }

  static boolean hasBegun(long word) {
    return (word & BEGUN) != 0;
  }

  static long begun(long word) {
    return word | BEGUN;
  }

  static long notBegun(long word) {
    return word & ~BEGUN;
  }

  /** Whether effects are left, which come first. */
  static boolean hasEffects(long word) {
    return (word & EFFECTS) != 0;
  }

  /** Whether the step is still to be recorded, which comes before its callbacks. */
  static boolean hasRecords(long word) {
    return (word & RECORDS) != 0;
  }

  static boolean hasCallbacks(long word) {
    return (word & CALLBACKS) != 0;
  }

  /** What comes first of what is left. */
  static Role first(long word) {
    if (hasEffects(word)) {
      return Role.EFFECTS;
    }
    return hasRecords(word) ? Role.RECORDS : Role.CALLBACKS;
  }

  /** The word once the first is done: the thread begins with the next, or leaves the lane. */
  static long withoutFirst(long word) {
    long left = word & LEFT;
    long rest = word - (left & -left);
    return isOpen(rest) ? rest : notBegun(rest);
  }
}
