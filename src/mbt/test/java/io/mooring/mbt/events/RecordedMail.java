package io.mooring.mbt.events;

import io.mooring.mbt.record.TraceRecorder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** A mailbox as {@code Mail.tla} describes it, or one with a fault, that records what it does. */
final class RecordedMail {

  /** What may be wrong with it. */
  enum Fault {
    NONE,
    /** It hands out the last letter first. */
    LAST_FIRST,
    /** It loses letters again and again. */
    LOSES_MANY,
    /** A letter that was taken stays in the box. */
    KEEPS
  }

  private final TraceRecorder trace;
  private final Fault fault;
  private final Random random;
  private final boolean all;
  private final TreeSet<Integer> bag = new TreeSet<>();
  private final Deque<Integer> box = new ArrayDeque<>();
  private int lost;

  RecordedMail(TraceRecorder trace, Fault fault, Random random, boolean all) {
    this.trace = trace;
    this.fault = fault;
    this.random = random;
    this.all = all;
  }

  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      switch (random.nextInt(6)) {
        case 0, 1 -> post(1 + random.nextInt(5));
        case 2, 3 -> carry();
        case 4 -> fetch();
        default -> lose();
      }
      if (random.nextInt(4) == 0) {
        List<Integer> now = new ArrayList<>(box);
        trace.seen(line -> line.state("box", now).state("lost", lost));
      }
    }
  }

  private void post(int letter) {
    if (bag.add(letter)) {
      trace.action("Post", line -> line.arg("letter", letter).state("bag", bag));
    }
  }

  private void carry() {
    if (!bag.isEmpty()) {
      int letter = random.nextBoolean() ? bag.first() : bag.last();
      bag.remove(letter);
      box.add(letter);
      if (all) {
        trace.action("Carry", line -> line.state("box", box));
      }
    }
  }

  private void fetch() {
    if (!box.isEmpty()) {
      int letter = fault == Fault.LAST_FIRST ? box.removeLast() : box.removeFirst();
      if (fault == Fault.KEEPS && random.nextBoolean()) {
        box.addFirst(letter);
      }
      trace.action("Fetch", line -> line.state("box", box));
    }
  }

  private void lose() {
    if (!bag.isEmpty() && (lost == 0 || fault == Fault.LOSES_MANY)) {
      bag.pollFirst();
      lost = 1;
      if (all) {
        trace.action("Lose");
      }
    }
  }
}
