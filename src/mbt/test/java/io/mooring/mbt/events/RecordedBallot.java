package io.mooring.mbt.events;

import io.mooring.mbt.record.TraceRecorder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Acceptors as {@code Ballot.tla} describes them, or some with a fault, that record their steps.
 */
final class RecordedBallot {

  /** What may be wrong with them. */
  enum Fault {
    NONE,
    /** An acceptor forgets its promise. */
    FORGETS,
    /** A proposer does not wait for a majority. */
    HASTY,
    /** A proposer proposes what it likes, whatever was voted for. */
    STUBBORN
  }

  private record Vote(int ballot, String value) {}

  private final TraceRecorder trace;
  private final Fault fault;
  private final Random random;
  private final boolean all;
  private final Map<String, Integer> promised = new TreeMap<>();
  private final Map<String, Vote> voted = new TreeMap<>();
  private final TreeSet<Integer> prepared = new TreeSet<>();
  private final Map<Integer, Map<String, Vote>> promises = new TreeMap<>();
  private final Map<Integer, String> proposed = new TreeMap<>();

  RecordedBallot(TraceRecorder trace, Fault fault, Random random, boolean all) {
    this.trace = trace;
    this.fault = fault;
    this.random = random;
    this.all = all;
    for (String each : List.of("a1", "a2", "a3")) {
      promised.put(each, -1);
      voted.put(each, new Vote(-1, "none"));
    }
  }

  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      int ballot = random.nextInt(2);
      String acceptor = "a" + (1 + random.nextInt(3));
      switch (random.nextInt(8)) {
        case 0 -> prepare(ballot);
        case 1, 2, 3 -> promise(acceptor, ballot);
        case 4 -> propose(ballot, random.nextBoolean() ? "x" : "y");
        default -> accept(acceptor, ballot);
      }
    }
  }

  private void prepare(int ballot) {
    prepared.add(ballot);
    if (all || random.nextInt(3) > 0) {
      trace.action("Prepare", line -> line.arg("b", ballot));
    }
  }

  private void promise(String acceptor, int ballot) {
    boolean free = promised.getOrDefault(acceptor, -1) < ballot;
    if (prepared.contains(ballot) && (free || fault == Fault.FORGETS)) {
      promised.put(acceptor, ballot);
      promises.computeIfAbsent(ballot, key -> new TreeMap<>()).put(acceptor, voted.get(acceptor));
      if (all || random.nextInt(3) > 0) {
        trace.action(
            "Promise",
            line -> line.arg("a", acceptor).arg("b", ballot).state("promised", promised));
      }
    }
  }

  private void propose(int ballot, String wish) {
    Map<String, Vote> here = promises.getOrDefault(ballot, Map.of());
    if (proposed.containsKey(ballot) || here.size() < (fault == Fault.HASTY ? 1 : 2)) {
      return;
    }
    List<Vote> votes = new ArrayList<>(here.values());
    votes.removeIf(vote -> vote.ballot() < 0);
    String value = votes.isEmpty() || fault == Fault.STUBBORN ? wish : votes.get(0).value();
    proposed.put(ballot, value);
    trace.action("Propose", line -> line.arg("b", ballot).arg("v", value));
  }

  private void accept(String acceptor, int ballot) {
    if (proposed.containsKey(ballot) && promised.getOrDefault(acceptor, -1) <= ballot) {
      String value = proposed.get(ballot);
      promised.put(acceptor, ballot);
      voted.put(acceptor, new Vote(ballot, value));
      Map<String, Object> message = new LinkedHashMap<>();
      message.put("kind", "propose");
      message.put("ballot", ballot);
      message.put("value", value);
      trace.action("Accept", line -> line.arg("a", acceptor).arg("m", message));
    }
  }
}
