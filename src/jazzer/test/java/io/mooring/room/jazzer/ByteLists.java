package io.mooring.room.jazzer;

import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Event lists as bytes: one for each stimulus, so that every change of a fuzzer is a list again.
 */
final class ByteLists {
  private static final int MOST_AGO = 3;

  /** How many stimuli a list has at most. */
  static final int LONGEST = 200;

  private static final int[] SECONDS = {1, 2, 5, 10, 29, 30, 31, 35, 60};
  private static final List<Stimulus> ALPHABET = alphabet();

  private ByteLists() {}

  private static List<Stimulus> alphabet() {
    List<Stimulus> all = new ArrayList<>();
    for (Event event : Event.values()) {
      all.add(Stimulus.of(event));
      for (int ago = 1; ago <= MOST_AGO && !event.isCommand(); ago++) {
        all.add(new Stimulus.Fact(event, ago));
      }
      if (event.isCommand()) {
        all.add(new Stimulus.InCallback(event));
      }
    }
    for (int ago = 0; ago <= MOST_AGO; ago++) {
      for (Timer timer : Timer.values()) {
        all.add(new Stimulus.Fire(timer, ago));
      }
      all.add(new Stimulus.AttemptEnds(true, ago));
      all.add(new Stimulus.AttemptEnds(false, ago));
    }
    for (int seconds : SECONDS) {
      all.add(new Stimulus.Advance(Duration.ofSeconds(seconds)));
    }
    all.add(new Stimulus.ThrowInCallback());
    return List.copyOf(all);
  }

  /** The bytes that stand for a list of stimuli, each of which one byte can stand for. */
  static byte[] write(List<Stimulus> list) {
    byte[] bytes = new byte[list.size()];
    for (int i = 0; i < bytes.length; i++) {
      int number = ALPHABET.indexOf(list.get(i));
      if (number < 0) {
        throw new IllegalArgumentException("no byte stands for " + list.get(i).text());
      }
      bytes[i] = (byte) number;
    }
    return bytes;
  }

  /** The list that bytes stand for; what is beyond the longest list counts for nothing. */
  static List<Stimulus> read(byte[] bytes) {
    return IntStream.range(0, Math.min(bytes.length, LONGEST))
        .mapToObj(i -> ALPHABET.get(Byte.toUnsignedInt(bytes[i]) % ALPHABET.size()))
        .toList();
  }
}
