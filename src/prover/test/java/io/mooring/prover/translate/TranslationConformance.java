package io.mooring.prover.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.Successor;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Tlc;
import io.mooring.prover.smt.Term;
import io.mooring.prover.value.SetValue;
import io.mooring.prover.value.Value;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The translation means what TLC means: on states that TLC explores, with constants for values,
 * every predicate has TLC's answer, and every action has TLC's successors.
 */
class TranslationConformance {

  private static final Path SPECS = Path.of("test/resources/specs");
  private static final Path OWN = Path.of("../../spec");

  private static Value strings(Atoms atoms, String... all) {
    return new Value.SetOf(SetValue.of(List.of(all).stream().map(atoms::string).toList()));
  }

  @Test
  void aQueueOfAnyLength() throws Exception {
    new Compared(SPECS.resolve("Queue.tla"), SPECS.resolve("Queue.cfg"), new Atoms(), Map.of())
        .run(300);
  }

  @Test
  void ticketsOfProcesses() throws Exception {
    Atoms atoms = new Atoms();
    Value processes = new Value.SetOf(SetValue.of(List.of(atoms.model("p"), atoms.model("q"))));
    new Compared(
            SPECS.resolve("Ticket.tla"),
            SPECS.resolve("Ticket.cfg"),
            atoms,
            Map.of("Process", processes))
        .run(300);
  }

  @Test
  void theClientInTime() throws Exception {
    Atoms atoms = new Atoms();
    Map<String, Value> constants = new HashMap<>();
    constants.put("Unit", Value.integer(10_000));
    constants.put("MaxTick", Value.integer(1));
    constants.put("MaxEpoch", Value.integer(2));
    constants.put("MaxEpisode", Value.integer(1));
    constants.put("MaxPending", Value.integer(2));
    constants.put("Facts", strings(atoms, "Joined", "SignalLost"));
    constants.put("AttemptsFail", Value.truth(true));
    constants.put("TransportBlocks", Value.truth(false));
    new Compared(
            OWN.resolve("RoomReconnect.tla"), OWN.resolve("RoomReconnect.cfg"), atoms, constants)
        .run(700);
  }

  private static final class Compared {

    private final Path module;
    private final Path config;
    private final Encoder encoder;
    private final ModuleAst ast;
    private final Scope root;
    private final Evaluator evaluator;
    private final Primes primes;
    private final Steps steps;
    private int compared;

    Compared(Path module, Path config, Atoms atoms, Map<String, Value> constants) throws Exception {
      this.module = module;
      this.config = config;
      encoder = new Encoder(atoms);
      ast = Tlc.bundled().parse(module);
      Modules modules = new Modules(Tlc.bundled(), ast);
      root = Scope.of(new ModuleScope(ast, Map.of(), null));
      evaluator = new Evaluator(modules, atoms, constants);
      primes = new Primes(modules);
      steps = new Steps(evaluator, primes);
      evaluator.uses(steps);
    }

    void run(int states) throws Exception {
      try (Oracle oracle = Tlc.bundled().open(module, config)) {
        List<TlaState> explored = explored(oracle, states);
        Definition next = ast.definition("Next").orElseThrow();
        Random random = new Random(1);
        for (TlaState state : explored) {
          predicates(oracle, state);
          Set<String> allowed =
              texts(oracle.successors(state).stream().map(Successor::state).toList());
          assertThat(texts(successors(next, state))).as("from %s", state).isEqualTo(allowed);
          TlaState other = explored.get(random.nextInt(explored.size()));
          Term isStep =
              evaluator.condition(
                  next.body(), root, new Moment(encoder.state(state), encoder.state(other)));
          assertThat(isStep.isTrue() || isStep.isFalse()).isTrue();
          assertThat(isStep.isTrue())
              .as("%s -> %s", state, other)
              .isEqualTo(allowed.contains(other.toString()));
        }
        assertThat(compared).isGreaterThan(2 * explored.size());
      }
    }

    private static List<TlaState> explored(Oracle oracle, int most) {
      Set<TlaState> seen = new LinkedHashSet<>(oracle.initial());
      Deque<TlaState> open = new ArrayDeque<>(seen);
      while (!open.isEmpty() && seen.size() < most) {
        for (Successor each : oracle.successors(open.remove())) {
          if (seen.add(each.state())) {
            open.add(each.state());
          }
        }
      }
      return new ArrayList<>(seen);
    }

    private static Set<String> texts(List<TlaState> states) {
      Set<String> texts = new TreeSet<>();
      states.forEach(each -> texts.add(each.toString()));
      return texts;
    }

    private List<TlaState> successors(Definition next, TlaState state) {
      Map<String, Value> now = encoder.state(state);
      List<TlaState> all = new ArrayList<>();
      for (io.mooring.prover.translate.Path path : steps.of(next.body(), root, now)) {
        assertThat(path.guard().isTrue()).as("the guard is %s", path.guard()).isTrue();
        all.add(encoder.decoder().state(path.next()));
      }
      return all;
    }

    private void predicates(Oracle oracle, TlaState state) {
      Moment moment = new Moment(encoder.state(state), null);
      for (Definition each : ast.definitions()) {
        if (each.level() == 1
            && each.parameters().isEmpty()
            && !each.name().contains("!")
            && !primes.in(each.body(), root)) {
          TlaValue expected;
          try {
            expected = oracle.evaluate(each.name(), state);
          } catch (IllegalArgumentException unanswered) {
            continue;
          }
          if (expected instanceof TlaValue.Bool truth) {
            Term found = evaluator.condition(each.body(), root, moment);
            assertThat(found.isTrue() || found.isFalse())
                .as("%s is %s", each.name(), found)
                .isTrue();
            assertThat(found.isTrue()).as("%s in %s", each.name(), state).isEqualTo(truth.value());
            compared++;
          }
        }
      }
    }
  }
}
