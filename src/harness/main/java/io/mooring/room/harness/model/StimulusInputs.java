package io.mooring.room.harness.model;

import static io.mooring.mbt.run.Generator.frequency;
import static io.mooring.mbt.run.Generator.just;
import static io.mooring.mbt.run.Generator.oneOf;
import static io.mooring.mbt.run.Generator.skewed;
import static io.mooring.mbt.run.Generator.weighted;

import io.mooring.mbt.run.Generator;
import io.mooring.mbt.run.InputFormatException;
import io.mooring.mbt.run.Inputs;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Stimuli as inputs of a harness: everything that can happen to a room connection, at any moment,
 * in any order. The distribution is that of {@link Stimuli}, without jqwik, for long runs.
 */
public final class StimulusInputs implements Inputs<Stimulus> {
  private static final int MAX_AGE = 3;
  private static final Generator<Stimulus> TOWARDS_THE_ROOM =
      oneOf(Stimuli.TOWARDS_THE_ROOM.stream().map(Stimulus::of).toList());
  private static final Generator<Stimulus> COMMANDS = events(true);
  private static final Generator<Stimulus> FACTS = events(false);
  private static final Generator<Stimulus> STALE =
      random -> new Stimulus.Fact(fact(random), random.nextInt(1, MAX_AGE + 1));
  private static final Generator<Timer> TIMER = oneOf(List.of(Timer.values()));
  private static final Generator<Stimulus> TIMERS =
      random -> new Stimulus.Fire(TIMER.next(random), random.nextInt(MAX_AGE + 1));
  private static final Generator<Stimulus> ATTEMPT_ENDS =
      random -> new Stimulus.AttemptEnds(random.nextBoolean(), random.nextInt(MAX_AGE + 1));
  private static final Generator<List<Stimulus>> BEGINNINGS =
      frequency(
          weighted(2, just(List.<Stimulus>of())),
          weighted(4, just(Stimuli.IN_THE_ROOM)),
          weighted(2, just(RoomTours.WARM_UP)));

  private final Generator<Stimulus> stimuli;
  private final Generator<Stimulus> withDeaths;

  /** One of so many lists has deaths; 0 if none has. */
  private final int oneOfLists;

  private StimulusInputs(
      Generator<Stimulus> stimuli, Generator<Stimulus> withDeaths, int oneOfLists) {
    this.stimuli = stimuli;
    this.withDeaths = withDeaths;
    this.oneOfLists = oneOfLists;
  }

  /** For checks of each step; in every fourth list processes die, are restored and sleep. */
  public static StimulusInputs lives() {
    Duration unit = Duration.ofSeconds(1);
    return new StimulusInputs(
        stepped(),
        frequency(
            weighted(90, stepped()),
            weighted(5, deaths(unit)),
            weighted(1, inCallback(deaths(unit))),
            weighted(4, sleeps(unit))),
        4);
  }

  /** For checks of each step, without death and sleep. */
  public static StimulusInputs oneLife() {
    return new StimulusInputs(stepped(), stepped(), 0);
  }

  /**
   * For timed runs; in every fourth list processes die, are restored and sleep, and calls block.
   */
  public static StimulusInputs timedLives(Duration unit) {
    Generator<BlockingCall> calls = oneOf(List.of(BlockingCall.values()));
    return new StimulusInputs(
        timed(unit),
        frequency(
            weighted(90, timed(unit)),
            weighted(5, deaths(unit)),
            weighted(1, inCallback(deaths(unit))),
            weighted(3, sleeps(unit)),
            weighted(1, inCallback(sleeps(unit))),
            weighted(2, calls.map(Stimulus.Block::new)),
            weighted(3, calls.map(Stimulus.Unblock::new))),
        4);
  }

  /** For timed runs, without death, sleep and calls that block. */
  public static StimulusInputs timedOneLife(Duration unit) {
    return new StimulusInputs(timed(unit), timed(unit), 0);
  }

  private static Generator<Stimulus> stepped() {
    return frequency(
        weighted(30, TOWARDS_THE_ROOM),
        weighted(20, COMMANDS),
        weighted(30, FACTS),
        weighted(8, STALE),
        weighted(4, TIMERS),
        weighted(6, ATTEMPT_ENDS),
        weighted(6, inCallback(COMMANDS)),
        weighted(2, just(new Stimulus.ThrowInCallback())),
        weighted(4, units(Duration.ofSeconds(1), 1, 60)));
  }

  private static Generator<Stimulus> timed(Duration unit) {
    int minute = minute(unit);
    return frequency(
        weighted(30, TOWARDS_THE_ROOM),
        weighted(12, COMMANDS),
        weighted(18, FACTS),
        weighted(8, STALE),
        weighted(6, TIMERS),
        weighted(10, ATTEMPT_ENDS),
        weighted(10, units(unit, 1, 3)),
        weighted(4, units(unit, 4, minute)),
        weighted(6, inCallback(COMMANDS)),
        weighted(4, inCallback(FACTS)),
        weighted(2, inCallback(STALE)),
        weighted(2, inCallback(TIMERS)),
        weighted(3, inCallback(ATTEMPT_ENDS)),
        weighted(6, inCallback(units(unit, 1, 3))),
        weighted(3, inCallback(units(unit, 4, minute))),
        weighted(1, just(new Stimulus.ThrowInCallback())));
  }

  private static Generator<Stimulus> events(boolean commands) {
    return oneOf(
        Arrays.stream(Event.values())
            .filter(event -> event.isCommand() == commands)
            .map(Stimulus::of)
            .toList());
  }

  private static Event fact(RandomGenerator random) {
    return ((Stimulus.Fact) FACTS.next(random)).event();
  }

  private static Generator<Stimulus> inCallback(Generator<Stimulus> inside) {
    return inside.map(Stimulus.InCallback::new);
  }

  private static Generator<Stimulus> units(Duration unit, int least, int most) {
    return skewed(least, most).map(count -> new Stimulus.Advance(unit.multipliedBy(count)));
  }

  private static int minute(Duration unit) {
    return (int) Duration.ofMinutes(1).dividedBy(unit);
  }

  private static Generator<Stimulus> sleeps(Duration unit) {
    return skewed(1, 2 * minute(unit)).map(count -> new Stimulus.Sleep(unit.multipliedBy(count)));
  }

  /** Deaths now or a little later, for less than a reconnect window or for longer. */
  private static Generator<Stimulus> deaths(Duration unit) {
    int minute = minute(unit);
    Generator<Integer> moments = frequency(weighted(1, just(0)), weighted(1, skewed(1, 12)));
    Generator<Integer> away =
        frequency(weighted(3, skewed(0, minute / 2)), weighted(1, skewed(minute / 2, 10 * minute)));
    Generator<KnownTime> known = oneOf(List.of(KnownTime.values()));
    return random ->
        new Stimulus.Die(
            moments.next(random),
            unit.multipliedBy(away.next(random)),
            known.next(random),
            random.nextInt(4) != 0);
  }

  @Override
  public Generator<List<Stimulus>> lists(int maxLength) {
    Generator<List<Stimulus>> usual = stimuli.list(maxLength);
    Generator<List<Stimulus>> deadly = withDeaths.list(maxLength);
    return random -> {
      boolean dies = oneOfLists > 0 && random.nextInt(oneOfLists) == 0;
      List<Stimulus> list = new ArrayList<>(BEGINNINGS.next(random));
      list.addAll((dies ? deadly : usual).next(random));
      return list;
    };
  }

  @Override
  public Generator<Stimulus> any() {
    return random ->
        (oneOfLists > 0 && random.nextInt(oneOfLists) == 0 ? withDeaths : stimuli).next(random);
  }

  @Override
  public String text(Stimulus input) {
    return input.text();
  }

  @Override
  public Stimulus parse(String line) throws InputFormatException {
    return StimulusText.stimulus(line);
  }

  @Override
  public List<Stimulus> simpler(Stimulus input) {
    return input.simpler();
  }

  /** The same about an earlier session, run or attempt; empty if it is about none. */
  @Override
  public Optional<Stimulus> variant(Stimulus input, RandomGenerator random) {
    return input.withAge(1 + random.nextInt(MAX_AGE));
  }

  @Override
  public Stimulus of(int event) {
    return Stimulus.of(RoomMachine.events().get(event));
  }
}
