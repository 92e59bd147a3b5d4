package io.mooring.mbt.events;

import io.mooring.checker.report.Report;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.Digest;
import io.mooring.checker.tlc.Nearest;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.trace.Expressions;
import io.mooring.mbt.tlc.StateSpace;
import io.mooring.mbt.trace.TraceSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Validates traces against any specification: says whether one of its behaviours explains what was
 * recorded.
 *
 * <p>For one thread; the caller closes it.
 */
public final class EventTraces implements AutoCloseable {

  /** How many states may be possible at once, unless somebody says otherwise. */
  public static final int STATES = 10_000;

  private final TraceMap map;
  private final MapExpressions own;
  private final Expressions expressions;
  private final StateSpace space;

  private final Tlc tlc;
  private final CheckRequest request;

  private EventTraces(
      Tlc tlc, CheckRequest request, TraceMap map, MapExpressions own, Expressions expressions) {
    this.tlc = tlc;
    this.request = request;
    this.map = map;
    this.own = own;
    this.expressions = expressions;
    this.space = new StateSpace(expressions.oracle());
  }

  /**
   * How to validate.
   *
   * @param unseen how many steps may happen before a line without one of their own
   * @param unseenActions their actions; empty for all
   * @param states how many states may be possible at once; a trace with more is undecided
   * @param continued whether the sources are consecutive parts of one trace
   * @param progress is told how many bytes were read
   * @param stop ends the validation early
   * @param checkpoint where it saves how far it is, and from where it goes on
   */
  public record Options(
      int unseen,
      Set<String> unseenActions,
      int states,
      boolean continued,
      LongConsumer progress,
      BooleanSupplier stop,
      Optional<CheckpointFile> checkpoint) {

    /** No unseen steps. */
    public static final Options DEFAULT =
        new Options(0, Set.of(), STATES, false, bytes -> {}, () -> false, Optional.empty());

    /** The same with unseen steps of any action. */
    public Options withUnseen(int steps) {
      return new Options(steps, unseenActions, states, continued, progress, stop, checkpoint);
    }
  }

  /**
   * Opens a specification for traces.
   *
   * @throws TlcException if it, or the map, cannot be used
   */
  public static EventTraces open(Tlc tlc, CheckRequest request, TraceMap map) throws TlcException {
    MapExpressions own = new MapExpressions(map);
    Expressions expressions = Expressions.open(tlc, request, own.all(), map.fields().keySet());
    try {
      EventTraces traces = new EventTraces(tlc, request, map, own, expressions);
      if (traces.space.initial().isEmpty()) {
        throw new TlcException(request.module() + ": there is no initial state");
      }
      return traces;
    } catch (IllegalArgumentException unevaluated) {
      expressions.close();
      throw new TlcException(
          request.module() + ": its initial states cannot be computed: " + unevaluated.getMessage(),
          unevaluated);
    } catch (TlcException | RuntimeException failure) {
      expressions.close();
      throw failure;
    }
  }

  /**
   * Validates sources, each a trace of its own unless the map has a session or they continue each
   * other.
   *
   * @throws IOException if one cannot be read
   * @throws TlcException if an unseen action is none of the specification's, or a checkpoint is of
   *     another validation
   */
  public EventReport validate(List<TraceSource> sources, Options options)
      throws IOException, TlcException {
    Set<String> actions = new TreeSet<>();
    expressions.oracle().actions().forEach(each -> actions.add(each.name()));
    for (String each : options.unseenActions()) {
      if (!actions.contains(each)) {
        throw new TlcException(
            "the next-state relation has no action " + each + Nearest.question(each, actions));
      }
    }
    EventReading reading =
        new EventReading(
            map,
            new EventReader(map, own, expressions),
            new Steps(space, new EventMapping(space, expressions), options),
            options,
            inputs(options));
    for (TraceSource source : sources) {
      reading.read(source);
    }
    return reading.report();
  }

  /** What a result depends on besides the traces, by what it is. */
  private Supplier<Map<String, String>> inputs(Options options) throws TlcException {
    if (options.checkpoint().isEmpty()) {
      return Map::of;
    }
    List<Path> modules = new ArrayList<>(expressions.oracle().files());
    modules.addAll(tlc.code(request.module()));
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put("map", map.file().isEmpty() ? "" : Digest.sha256(List.of(Path.of(map.file())), ""));
    inputs.put("specification", Digest.sha256(modules, ""));
    inputs.put("configuration", Digest.sha256(List.of(request.config()), ""));
    inputs.put(
        "choice of --unseen, --unseen-action, --states or --continued",
        options.unseen()
            + " "
            + new TreeSet<>(options.unseenActions())
            + " "
            + options.states()
            + " "
            + options.continued());
    return () -> {
      // Only a long call saves anything, and a short one need not ask.
      inputs.put("version", Report.Tool.of(tlc.version()).toString());
      return inputs;
    };
  }

  /** How often TLC was asked. */
  public long queries() {
    return space.queries();
  }

  @Override
  public void close() {
    expressions.close();
  }
}
