package io.mooring.room.testkit.tlc;

import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.room.spec.Step;
import io.mooring.room.testkit.RunOracle;
import io.mooring.room.testkit.WholeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * TLC, in this process, with the text of {@code RoomReconnect}: it computes what each action leads
 * to, and a judge keeps every state that the specification may be in after what was seen.
 *
 * <p>Nothing is explored, so nothing is bounded: any number of sessions, episodes and pending
 * steps. Thread-safe. What TLC has answered is remembered for a while.
 */
public final class TimedOracle implements RunOracle, AutoCloseable {

  /** As many answers as fit into some hundred megabytes; then it begins anew. */
  private static final int REMEMBERED = 200_000;

  /** The bounds of the models; no run gets near. */
  private static final int WITHOUT_BOUND = 1_000_000;

  private final Oracle tlc;
  private final Duration unit;
  private final Node initial;
  private final SpecValues contract;
  private final Map<Question, List<Node>> answers = new ConcurrentHashMap<>();
  private final Map<Node, Node> nodes = new ConcurrentHashMap<>();

  /**
   * What steps lead to, and parts of nodes: one object each, so that most comparisons end there.
   */
  private final Map<WholeState, TlaState> led = new ConcurrentHashMap<>();

  private final Map<TlaState, TlaState> contracts = new ConcurrentHashMap<>();
  private final AtomicLong asked = new AtomicLong();
  private final Set<String> taken = ConcurrentHashMap.newKeySet();

  /**
   * An oracle over a specification that is open.
   *
   * @param tlc the specification
   * @param unit its {@code Unit}
   */
  TimedOracle(Oracle tlc, Duration unit) {
    this.tlc = tlc;
    this.unit = unit;
    this.contract = SpecValues.among(tlc.variables());
    this.initial = node(tlc.initial().get(0));
  }

  private record Question(Node node, Action action) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Question question
          && node.equals(question.node)
          && action.equals(question.action);
    }

    @Override
    public int hashCode() {
      return node.hashCode() + 31 * action.hashCode();
    }
  }

  /**
   * Opens a specification.
   *
   * @param module the file of {@code RoomReconnect}
   * @param unit how long one unit of time is, in whole seconds; must divide the specification's
   *     bounds
   * @throws TlcException if the specification cannot be loaded
   */
  public static TimedOracle open(Tlc tlc, Path module, Duration unit) throws TlcException {
    Path config;
    try {
      config = Files.createTempFile("mooring", ".cfg");
      try {
        Files.writeString(config, configuration(unit));
        return new TimedOracle(tlc.open(module, config), unit);
      } finally {
        Files.delete(config);
      }
    } catch (IOException failure) {
      throw new TlcException("The configuration of the timed oracle cannot be written", failure);
    }
  }

  /**
   * Names a short next-state relation: a long one would be listed, and every action is asked for.
   * The transport of a run does not block, so nothing that is asked of it may wait.
   */
  private static String configuration(Duration unit) {
    return String.format(
        Locale.ROOT,
        """
    CONSTANTS
        Unit = %d
        MaxEpoch = %2$d
        MaxEpisode = %2$d
        MaxPending = %2$d
        Facts = {}
        AttemptsFail = TRUE
        TransportBlocks = FALSE
    INIT Init
    NEXT Client
    """,
        unit.toSeconds(),
        WITHOUT_BOUND);
  }

  @Override
  public Duration unit() {
    return unit;
  }

  @Override
  public Judge begin() {
    return new Frontier(this, initial);
  }

  /** How often TLC was asked. */
  public long asked() {
    return asked.get();
  }

  /** The actions that were enabled when a judge asked for them. */
  public Set<String> actionsTaken() {
    return new TreeSet<>(taken);
  }

  /** The variables of the contract as the generated types have them. */
  SpecValues contract() {
    return contract;
  }

  /** The state that a step leads to, as the contract has it. */
  TlaState led(Step step) {
    return led.computeIfAbsent(new WholeState(step), key -> one(contract.state(step)));
  }

  private TlaState one(TlaState part) {
    TlaState known = contracts.putIfAbsent(part, part);
    return known == null ? part : known;
  }

  private Node node(TlaState state) {
    Node made = new Node(state, whole -> one(contract.among(whole)));
    Node known = nodes.putIfAbsent(made, made);
    return known == null ? made : known;
  }

  /** What an action leads to from a state; nothing if it is not enabled there. */
  List<Node> successors(Node from, Action action) {
    Question question = new Question(from, action);
    List<Node> known = answers.get(question);
    return known == null ? ask(question) : known;
  }

  private List<Node> ask(Question question) {
    if (answers.size() >= REMEMBERED) {
      answers.clear();
      nodes.clear();
    }
    Action action = question.action();
    asked.incrementAndGet();
    List<Node> found =
        tlc.successors(question.node().state(), action.name(), action.arguments()).stream()
            .map(this::node)
            .toList();
    if (!found.isEmpty()) {
      taken.add(action.name());
    }
    answers.put(question, found);
    return found;
  }

  @Override
  public void close() {
    tlc.close();
  }
}
