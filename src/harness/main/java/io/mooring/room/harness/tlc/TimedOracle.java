package io.mooring.room.harness.tlc;

import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.room.harness.RoomMachine;
import io.mooring.room.harness.RunOracle;
import io.mooring.room.spec.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * TLC, in this process, with the text of {@code RoomReconnect}: it computes what each action leads
 * to, and a judge keeps every state that the specification may be in after what was seen. Runs in
 * which processes die or sleep are judged by {@code RoomRun}, which has all of that in each life.
 *
 * <p>Nothing is explored, so nothing is bounded: any number of sessions, episodes and pending
 * steps. Thread-safe. What TLC has answered is remembered for a while.
 */
public final class TimedOracle implements RunOracle, AutoCloseable {

  /** As many answers as fit into some hundred megabytes; then it begins anew. */
  private static final int REMEMBERED = 200_000;

  /** The bounds of the models; no run gets near. */
  private static final int WITHOUT_BOUND = 1_000_000;

  /** The actions of {@code RoomReconnect} in a life are called so. */
  private static final String IN_A_LIFE = "Run";

  private final Oracle tlc;
  private final Kind kind;

  /** Opens the oracle for runs of another kind, when somebody asks for it. */
  private final Opening opening;

  private final Map<Kind, TimedOracle> others = new EnumMap<>(Kind.class);
  private final Duration unit;
  private final Node initial;
  private final SpecValues contract;
  private final Map<Question, List<Node>> answers = new ConcurrentHashMap<>();
  private final Map<Node, Node> nodes = new ConcurrentHashMap<>();

  /**
   * What steps lead to, and parts of nodes: one object each, so that most comparisons end there.
   */
  private final Map<Integer, TlaState> led = new ConcurrentHashMap<>();

  private final Map<TlaState, TlaState> contracts = new ConcurrentHashMap<>();
  private final AtomicLong asked = new AtomicLong();
  private final Set<String> taken = ConcurrentHashMap.newKeySet();

  /**
   * An oracle over a specification that is open, for runs of one life.
   *
   * @param tlc the specification
   * @param unit its {@code Unit}
   */
  TimedOracle(Oracle tlc, Duration unit) {
    this(
        tlc,
        unit,
        Kind.ONE_LIFE,
        other -> {
          throw new IllegalStateException("this oracle is for one life, not for " + other);
        });
  }

  private TimedOracle(Oracle tlc, Duration unit, Kind kind, Opening opening) {
    this.tlc = tlc;
    this.unit = unit;
    this.kind = kind;
    this.opening = opening;
    this.contract = SpecValues.among(tlc.variables());
    this.initial = node(tlc.initial().get(0));
  }

  /** Opens an oracle for runs of a kind. */
  @FunctionalInterface
  private interface Opening {
    TimedOracle open(Kind kind) throws TlcException;
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
    return open(tlc, module, unit, Kind.ONE_LIFE);
  }

  private static TimedOracle open(Tlc tlc, Path module, Duration unit, Kind kind)
      throws TlcException {
    Path text = kind == Kind.LIVES ? module.resolveSibling("RoomRun.tla") : module;
    Path config;
    try {
      config = Files.createTempFile("mooring", ".cfg");
      try {
        Files.writeString(config, configuration(unit, kind), StandardCharsets.UTF_8);
        return new TimedOracle(
            tlc.open(text, config), unit, kind, other -> open(tlc, module, unit, other));
      } finally {
        Files.delete(config);
      }
    } catch (IOException failure) {
      throw new TlcException("The configuration of the timed oracle cannot be written", failure);
    }
  }

  /**
   * Names a short next-state relation: a long one would be listed, and every action is asked for.
   */
  private static String configuration(Duration unit, Kind kind) {
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
        TransportBlocks = %3$s
    %4$s
    """,
        unit.toSeconds(),
        WITHOUT_BOUND,
        kind == Kind.ONE_LIFE ? "FALSE" : "TRUE",
        kind == Kind.LIVES ? livesConfiguration() : "INIT Init\nNEXT Client");
  }

  /** What is stored is stored at once, and no caller says less than the truth. */
  private static String livesConfiguration() {
    return String.format(
        Locale.ROOT,
        """
        MaxLife = %d
        WriteAhead = TRUE
        StoreStalls = FALSE
        Clocks = {"exact", "bounded", "unknown"}
        MaxError = 0
        Sleeps = TRUE
    INIT LivesInit
    NEXT RunJump
    """,
        WITHOUT_BOUND);
  }

  @Override
  public Duration unit() {
    return unit;
  }

  @Override
  public Judge begin(Kind other) {
    return other == kind ? new Frontier(this, initial) : another(other).begin(other);
  }

  private synchronized TimedOracle another(Kind other) {
    TimedOracle known = others.get(other);
    if (known == null) {
      try {
        known = opening.open(other);
      } catch (TlcException failure) {
        throw new IllegalStateException(failure.getMessage(), failure);
      }
      others.put(other, known);
    }
    return known;
  }

  private synchronized List<TimedOracle> others() {
    return List.copyOf(others.values());
  }

  /** Whether processes die and sleep in what it judges. */
  boolean isOfLives() {
    return kind == Kind.LIVES;
  }

  /** How often TLC was asked. */
  public long asked() {
    return asked.get() + others().stream().mapToLong(TimedOracle::asked).sum();
  }

  /** The actions that were enabled when a judge asked for them. */
  public Set<String> actionsTaken() {
    Set<String> all = new TreeSet<>(taken);
    others().forEach(other -> all.addAll(other.actionsTaken()));
    return all;
  }

  /** The variables of the contract as the generated types have them. */
  SpecValues contract() {
    return contract;
  }

  /** The state that a step leads to, as the contract has it. */
  TlaState led(Step step) {
    int state = RoomMachine.state(step);
    return state < 0
        ? one(contract.state(step))
        : led.computeIfAbsent(state, key -> one(contract.state(step)));
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
        tlc
            .successors(
                question.node().state(),
                isOfLives() ? IN_A_LIFE + action.name() : action.name(),
                action.arguments())
            .stream()
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
    others().forEach(TimedOracle::close);
    tlc.close();
  }
}
