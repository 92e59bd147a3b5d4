package io.mooring.flink;

import io.mooring.mbt.trace.CodedEntry;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * One line of a trace, with what a stream must know of it before it is judged: whose it is, and
 * when it was.
 *
 * @param session the connection that it is about
 * @param time its time as an event, in milliseconds since 1970: the stream is put in order by it;
 *     {@link #NONE} if the line has none
 * @param sequence its number in its session, from 0 or 1; {@link #NONE} if lines are not numbered
 * @param version the version of the client, for the counts; may be empty
 * @param region where the client is, for the counts; may be empty
 * @param line the line itself
 * @param entry what the line says, where it was read already; else null
 */
@TypeInfo(CallbackType.Factory.class)
public record Callback(
    String session,
    long time,
    long sequence,
    String version,
    String region,
    String line,
    @Nullable CodedEntry entry) {

  /** A time or a number that a line does not have. */
  public static final long NONE = Long.MIN_VALUE;

  /** A line that is read when it is judged. */
  public Callback(
      String session, long time, long sequence, String version, String region, String line) {
    this(session, time, sequence, version, region, line, null);
  }
}
