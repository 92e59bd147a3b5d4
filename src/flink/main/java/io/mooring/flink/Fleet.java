package io.mooring.flink;

import java.time.Duration;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The sessions of a fleet as a stream: lines in, verdicts out, the same as {@code mooring validate}
 * gives on the same lines in their order. The stream has event times and watermarks, as {@link
 * CallbackReader} and a {@code WatermarkStrategy} give them: what is not later than a watermark
 * allows is put in order.
 */
public final class Fleet {
  private final FleetOptions options;
  private final DataStream<Verdict> verdicts;
  private final DataStream<Verdict> alerts;
  private final DataStream<Unjudged> unjudged;
  private final Rules rules;
  private final DataStream<Tuple2<Long, long[]>> counts;

  private Fleet(
      Rules rules,
      FleetOptions options,
      DataStream<Tuple2<Long, long[]>> counts,
      DataStream<Verdict> verdicts,
      DataStream<Verdict> alerts,
      DataStream<Unjudged> unjudged) {
    this.rules = rules;
    this.options = options;
    this.counts = counts;
    this.verdicts = verdicts;
    this.alerts = alerts;
    this.unjudged = unjudged;
  }

  /**
   * Judges a stream.
   *
   * @param rules the machine and its rules
   * @throws IllegalArgumentException if the options do not fit the rules: a session may be silent
   *     for longer than the options let it be
   */
  public static Fleet judge(DataStream<Callback> callbacks, Rules rules, FleetOptions options) {
    Judgement.check(rules, options);
    SingleOutputStreamOperator<Verdict> silent =
        callbacks
            .keyBy(Callback::session)
            .transform(
                "mooring-sessions",
                TypeInformation.of(Verdict.class),
                new SessionOperator(rules, options))
            .uid("mooring-sessions");
    DataStream<Verdict> ended =
        silent
            .getSideOutput(SessionOperator.ENDED)
            .keyBy(each -> Boolean.TRUE)
            .process(new EndFunction(rules, options))
            .returns(Verdict.class)
            .name("mooring-end")
            .uid("mooring-end")
            .setParallelism(1);
    String key = options.key();
    DataStream<Verdict> all = silent.union(ended);
    DataStream<Verdict> alerts = silent.getSideOutput(SessionOperator.ALERTS);
    DataStream<Unjudged> unjudged = silent.getSideOutput(SessionOperator.UNJUDGED);
    DataStream<Tuple2<Long, long[]>> counts = silent.getSideOutput(SessionOperator.COUNTS);
    if (key.isEmpty()) {
      return new Fleet(rules, options, counts, all, alerts, unjudged);
    }
    return new Fleet(
        rules,
        options,
        counts,
        hide(all, Verdict.class, each -> each.hidden(Texts.hidden(each.session(), key))),
        hide(alerts, Verdict.class, each -> each.hidden(Texts.hidden(each.session(), key))),
        hide(unjudged, Unjudged.class, each -> each.hidden(Texts.hidden(each.session(), key))));
  }

  private static <T> DataStream<T> hide(
      DataStream<T> stream, Class<T> type, MapFunction<T, T> hidden) {
    return stream.map(hidden).returns(TypeInformation.of(type)).name("mooring-hide");
  }

  /** One for each session, when it has ended. */
  public DataStream<Verdict> verdicts() {
    return verdicts;
  }

  /**
   * Rejections at once. The verdict of the session may still be undecided, if an earlier line comes
   * too late.
   */
  public DataStream<Verdict> alerts() {
    return alerts;
  }

  /** Lines that came too late or cannot be read. */
  public DataStream<Unjudged> unjudged() {
    return unjudged;
  }

  /**
   * How many verdicts there are by rule, reason, refused step, version and region. A session is
   * counted in the window of its last line. A window is put out when all sessions in it have been
   * silent for as long as the options say, or with the end of the input.
   *
   * @param window for how long they are counted together, in whole milliseconds
   */
  public DataStream<Tally> tallies(Duration window) {
    long size = window.toMillis();
    return verdicts
        .map(each -> Tally.of(each).in(window(each.last(), size)))
        .returns(Tally.class)
        .name("mooring-tally")
        .keyBy(Tally::key)
        .process(new TallyFunction(options.silence().toMillis()))
        .returns(Tally.class)
        .name("mooring-tallies")
        .uid("mooring-tallies");
  }

  /**
   * How often lines have shown each row of the table, as JSON texts on one line that the atlas
   * reads: {@link io.mooring.codegen.counts.CountsJson} describes them. Counted is what is certain:
   * a notification that one row alone explains, or an event that the line names. How many others
   * there were says the member {@code uncertain}. Those of all windows add up. A row is an edge
   * from a location by an event to the next one. What lines {@linkplain
   * io.mooring.mbt.trace.SessionJudge#isShown do not show} of themselves is among the {@code
   * impossible}, unless an event was named. Edges of the full graph, which differ in the outputs of
   * the row before them, are not counted: between two lines events may have happened that notify of
   * nothing.
   *
   * @param window for how long they are counted together by their times, in whole seconds
   * @throws IllegalArgumentException if it is not in whole seconds
   * @throws IllegalStateException if the options say no {@linkplain FleetOptions#counting table}
   */
  public DataStream<String> counts(Duration window) {
    long size = window.toMillis();
    if (size < 1 || size % RowCounts.GRAIN != 0) {
      throw new IllegalArgumentException(
          "rows are counted in windows of whole seconds, not of " + window);
    }
    if (options.table().isEmpty()) {
      throw new IllegalStateException(
          "FleetOptions.counting has to say the fingerprint of the table whose rows are counted");
    }
    return counts
        .keyBy(part -> window(part.f0, size), Types.LONG)
        .process(new CountFunction(rules, options.table()))
        .returns(Types.STRING)
        .name("mooring-counts")
        .uid("mooring-counts");
  }

  /** The end of the window of a time; {@link Callback#NONE} if there is none. */
  private static long window(long time, long size) {
    return time == Callback.NONE ? time : Math.floorDiv(time, size) * size + size;
  }
}
