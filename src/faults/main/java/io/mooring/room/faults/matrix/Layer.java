package io.mooring.room.faults.matrix;

import io.mooring.checker.tlc.Tlc;
import io.mooring.mbt.conformance.Conformance;
import io.mooring.mbt.conformance.LearnedModel;
import io.mooring.mbt.fuzz.Fuzz;
import io.mooring.mbt.fuzz.FuzzOptions;
import io.mooring.mbt.fuzz.FuzzReport;
import io.mooring.mbt.run.Violation;
import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.conformance.ConnectionAnswer;
import io.mooring.room.harness.conformance.ConnectionConformance;
import io.mooring.room.harness.conformance.ConnectionUnderTest;
import io.mooring.room.harness.conformance.RoomConnectionUnderTest;
import io.mooring.room.harness.log.StimulusRun;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusInputs;
import io.mooring.room.harness.step.ConnectionHarness;
import io.mooring.room.harness.timed.TimedHarness;
import io.mooring.room.harness.timed.TimedOracle;
import io.mooring.room.spec.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A way to look for faults of the library, loaded together with the library in which it looks.
 *
 * <p>Called, it says how many events it gave until it found something or was through, and what it
 * found; nothing found is the empty string. Only classes of the JDK go in and out: each side has
 * classes of the library of its own.
 */
enum Layer implements Callable<Map.Entry<Long, String>> {
  /** Black box, one event after each edge. */
  EDGES("every edge and every event after it, from outside") {
    @Override
    public Map.Entry<Long, String> call() {
      return conformance(it -> it.everyEdge().map(found -> found.summary()));
    }
  },

  /** Black box, exhaustive. */
  SEQUENCES("every sequence of three events, from outside") {
    @Override
    public Map.Entry<Long, String> call() {
      return conformance(it -> it.everySequence(3).map(found -> found.summary()));
    }
  },

  /** Black box, complete up to a hidden state. */
  WP_METHOD("the Wp-method's suite for one hidden state, from outside") {
    @Override
    public Map.Entry<Long, String> call() {
      return conformance(it -> it.wpMethod(1).map(found -> found.summary()));
    }
  },

  /** Black box, learned. */
  LEARNED("the model that LearnLib learns from outside") {
    @Override
    public Map.Entry<Long, String> call() {
      return conformance(
          it -> LearnedModel.learn(it, 0).counterexample().map(found -> found.summary()));
    }
  },

  /** Every effect, callback, timer, code and outcome watched, along walks through every pair. */
  TOURS("tours through every edge pair, amid what comes late, watched") {
    @Override
    public Map.Entry<Long, String> call() throws Exception {
      ConnectionHarness harness = ConnectionHarness.of(CompiledEngine::new);
      long events = 0;
      for (List<Stimulus> list : TourFile.read()) {
        StimulusRun run = harness.run(list);
        events += list.size();
        if (run.violation().isPresent()) {
          return Map.entry(events, run.violation().get().toString());
        }
      }
      return Map.entry(events, "");
    }
  },

  /** The same watched, along random lists. */
  RANDOM("random event lists, watched") {
    @Override
    public Map.Entry<Long, String> call() {
      return fuzz(stepped());
    }
  },

  /** The same watched, along lists that are made of what took something new. */
  GUIDED("guided event lists, watched") {
    @Override
    public Map.Entry<Long, String> call() {
      return fuzz(stepped().with(FuzzOptions::withGuidance));
    }
  },

  /** Random schedules in virtual time, whole runs judged by TLC. */
  TIMED("random schedules in time, judged by TLC") {
    @Override
    public Map.Entry<Long, String> call() throws Exception {
      Path spec = Path.of(System.getProperty("mooring.home"), "spec/RoomReconnect.tla");
      TimedOracle oracle = TimedOracle.open(Tlc.bundled(), spec, Duration.ofSeconds(1));
      return fuzz(
          Fuzz.of("compiled", "timed", TimedHarness.of(CompiledEngine::new, oracle))
              .withInputs(StimulusInputs.timedOneLife(oracle.unit()))
              .with(options -> options.withTries(1_000)));
    }
  },

  /** The notifications of listeners, read back. */
  TRACES("traces of callbacks alone, validated") {
    @Override
    public Map.Entry<Long, String> call() throws Exception {
      return FieldTrace.search(1_000);
    }
  };

  private final String what;

  Layer(String what) {
    this.what = what;
  }

  /** {@return what the layer does, in a few words} */
  String what() {
    return what;
  }

  private static Map.Entry<Long, String> conformance(
      Function<Conformance<Event, ConnectionAnswer>, Optional<String>> question) {
    AtomicLong events = new AtomicLong();
    Conformance<Event, ConnectionAnswer> conformance =
        ConnectionConformance.of(
            RoomConnectionUnderTest.SCOPE,
            () -> {
              ConnectionUnderTest connection = new RoomConnectionUnderTest(CompiledEngine::new);
              return event -> {
                events.incrementAndGet();
                return connection.apply(event);
              };
            });
    String found = question.apply(conformance).orElse("");
    return Map.entry(events.get(), found);
  }

  private static Fuzz<Stimulus> stepped() {
    return Fuzz.of("compiled", "table", ConnectionHarness.of(CompiledEngine::new))
        .withInputs(StimulusInputs.oneLife())
        .with(options -> options.withTries(3_000));
  }

  private static Map.Entry<Long, String> fuzz(Fuzz<Stimulus> fuzz) {
    FuzzReport<Stimulus> report = fuzz.with(options -> options.withSeed(1)).run();
    return Map.entry(
        report.total().inputs(),
        report
            .failure()
            .flatMap(failure -> failure.run().violation())
            .map(Violation::toString)
            .orElse(""));
  }
}
