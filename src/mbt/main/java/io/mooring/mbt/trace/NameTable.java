package io.mooring.mbt.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Things by their names, found by characters that a parser has in its buffer: to make a string of
 * them, and its hash, takes longer than all the rest.
 *
 * @param <T> what has a name
 */
final class NameTable<T> {

  private static final int BUCKETS = 256;

  private final List<@Nullable Named<T>> buckets =
      new ArrayList<>(Collections.<@Nullable Named<T>>nCopies(BUCKETS, null));

  /** A thing, and the next one in its bucket. */
  private static final class Named<T> {
    private final char[] name;
    private final T thing;
    private final @Nullable Named<T> next;

    Named(char[] name, T thing, @Nullable Named<T> next) {
      this.name = name;
      this.thing = thing;
      this.next = next;
    }

    boolean has(char[] text, int offset, int length) {
      if (name.length != length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if (name[i] != text[offset + i]) {
          return false;
        }
      }
      return true;
    }
  }

  /** Adds a thing, unless its name is taken. */
  void add(String name, T thing) {
    char[] text = name.toCharArray();
    if (get(text, 0, text.length) == null) {
      int bucket = bucket(text, 0, text.length);
      buckets.set(bucket, new Named<>(text, thing, buckets.get(bucket)));
    }
  }

  /** What these characters are the name of; null if there is nothing of that name. */
  @Nullable T get(char[] text, int offset, int length) {
    Named<T> named = buckets.get(bucket(text, offset, length));
    while (named != null && !named.has(text, offset, length)) {
      named = named.next;
    }
    return named == null ? null : named.thing;
  }

  /** The length and two characters tell most names apart. */
  private static int bucket(char[] text, int offset, int length) {
    return length == 0
        ? 0
        : (length + 7 * text[offset + length / 2] + 31 * text[offset + length - 1]) % BUCKETS;
  }
}
