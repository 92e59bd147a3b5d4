package io.mooring.room.testkit.tlc;

import io.mooring.room.codegen.tlc.Oracle;
import io.mooring.room.codegen.tlc.TlaState;
import io.mooring.room.codegen.tlc.Tlc;
import io.mooring.room.codegen.tlc.TlcException;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

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
  private final String prefix;
  private final Lives lives;
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
   * An oracle over a specification that is open, for runs of one life.
   *
   * @param tlc the specification
   * @param unit its {@code Unit}
   */
  TimedOracle(Oracle tlc, Duration unit) {
    this(tlc, unit, "", new Lives(() -> never()));
  }

  /**
   * The same for any run.
   *
   * @param prefix what its actions are called more than in {@code RoomReconnect}
   * @param lives opens the one for runs through death and sleep
   */
  TimedOracle(Oracle tlc, Duration unit, String prefix, Lives lives) {
    this.tlc = tlc;
    this.prefix = prefix;
    this.lives = lives;
    this.unit = unit;
    this.contract = SpecValues.among(tlc.variables());
    this.initial = node(tlc.initial().get(0));
  }

  /** The oracle for runs through death and sleep, opened when somebody asks for it. */
  static final class Lives {
    private final Opening opening;
    private @Nullable TimedOracle open;

    Lives(Opening opening) {
      this.opening = opening;
    }

    synchronized TimedOracle get() {
      if (open == null) {
        try {
          open = opening.open();
        } catch (TlcException failure) {
          throw new IllegalStateException(failure.getMessage(), failure);
        }
      }
      return open;
    }

    synchronized Optional<TimedOracle> ifOpen() {
      return Optional.ofNullable(open);
    }
  }

  /** Opens an oracle. */
  @FunctionalInterface
  interface Opening {
    TimedOracle open() throws TlcException;
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
    Path run = module.resolveSibling("RoomRun.tla");
    Lives lives = new Lives(() -> open(tlc, run, unit, IN_A_LIFE, new Lives(() -> never())));
    return open(tlc, module, unit, "", lives);
  }

  private static TimedOracle never() {
    throw new IllegalStateException("the oracle of lives has no other one");
  }

  private static TimedOracle open(Tlc tlc, Path module, Duration unit, String prefix, Lives lives)
      throws TlcException {
    Path config;
    try {
      config = Files.createTempFile("mooring", ".cfg");
      try {
        Files.writeString(config, configuration(unit, !prefix.isEmpty()));
        return new TimedOracle(tlc.open(module, config), unit, prefix, lives);
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
  private static String configuration(Duration unit, boolean lives) {
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
        TransportBlocks = TRUE
    %3$s
    """,
        unit.toSeconds(),
        WITHOUT_BOUND,
        lives ? livesConfiguration() : "INIT Init\nNEXT Client");
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
  public Judge begin() {
    return new Frontier(this, initial);
  }

  @Override
  public Judge beginLives() {
    return prefix.isEmpty() ? lives.get().beginLives() : begin();
  }

  /** Whether processes die and sleep in what it judges. */
  boolean isOfLives() {
    return !prefix.isEmpty();
  }

  /** How often TLC was asked. */
  public long asked() {
    return asked.get() + lives.ifOpen().map(TimedOracle::asked).orElse(0L);
  }

  /** The actions that were enabled when a judge asked for them. */
  public Set<String> actionsTaken() {
    Set<String> all = new TreeSet<>(taken);
    lives.ifOpen().ifPresent(open -> all.addAll(open.taken));
    return all;
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
        tlc
            .successors(question.node().state(), prefix + action.name(), action.arguments())
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
    lives.ifOpen().ifPresent(TimedOracle::close);
    tlc.close();
  }
}
