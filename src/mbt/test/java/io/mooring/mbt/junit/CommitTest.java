package io.mooring.mbt.junit;

import io.mooring.mbt.driver.Outcome;
import io.mooring.mbt.driver.Shown;
import io.mooring.mbt.driver.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Two-phase commit over a network that does not always say whether a vote arrived: what the
 * coordinator knows is hidden.
 */
@SpecificationTest(
    value = "test/resources/specs/Commit.tla",
    refused = {"Commit", "Prepare"})
public class CommitTest {
  private final Coordinator coordinator;
  private int messages;

  CommitTest() {
    this(new Coordinator());
  }

  CommitTest(Coordinator coordinator) {
    this.coordinator = coordinator;
  }

  /** The implementation. */
  static class Coordinator {
    static final List<String> ALL = List.of("p1", "p2");
    final Map<String, String> state = new TreeMap<>(Map.of("p1", "working", "p2", "working"));
    final Set<String> votes = new HashSet<>();
    String decision = "none";

    boolean prepare(String participant) {
      return state.replace(participant, "working", "prepared");
    }

    void giveUp(String participant) {
      state.put(participant, "aborted");
    }

    void vote(String participant) {
      votes.add(participant);
    }

    boolean commit() {
      boolean can = decision.equals("none") && votes.containsAll(ALL);
      decision = can ? "commit" : decision;
      return can;
    }

    void abort() {
      decision = "abort";
    }

    void hear(String participant) {
      state.put(participant, decision.equals("commit") ? "committed" : "aborted");
    }
  }

  @Step
  Outcome prepare(String participant) {
    return coordinator.prepare(participant) ? Outcome.applied() : Outcome.refused();
  }

  @Step
  void giveUp(String participant) {
    coordinator.giveUp(participant);
  }

  /** Of three messages the acknowledgement of the first is lost, and the third itself. */
  @Step
  Outcome vote(String participant) {
    messages++;
    if (messages % 3 != 0) {
      coordinator.vote(participant);
    }
    return messages % 3 == 2 ? Outcome.applied() : Outcome.unknown();
  }

  @Step
  Outcome commit() {
    return coordinator.commit() ? Outcome.applied() : Outcome.refused();
  }

  @Step
  void abort() {
    coordinator.abort();
  }

  @Step
  void hear(String participant) {
    coordinator.hear(participant);
  }

  @Shown
  Map<String, String> state() {
    return coordinator.state;
  }

  @Shown
  String decision() {
    return coordinator.decision;
  }

  /** Commits with the votes of some. */
  public static class Hasty extends CommitTest {
    Hasty() {
      super(
          new Coordinator() {
            @Override
            boolean commit() {
              votes.addAll(votes.isEmpty() ? List.of() : ALL);
              return super.commit();
            }
          });
    }
  }

  /** Prepares again what has given up. */
  public static class Undead extends CommitTest {
    Undead() {
      super(
          new Coordinator() {
            @Override
            boolean prepare(String participant) {
              return super.prepare(participant)
                  || state.replace(participant, "aborted", "prepared");
            }
          });
    }
  }

  /** Forgets that it decided to commit when it is told that a participant could not. */
  public static class Stubborn extends CommitTest {
    Stubborn() {
      super(
          new Coordinator() {
            @Override
            void hear(String participant) {
              if (!decision.equals("abort") || !state.containsValue("aborted")) {
                super.hear(participant);
              }
            }
          });
    }
  }
}
