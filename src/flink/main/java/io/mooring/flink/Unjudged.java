package io.mooring.flink;

/**
 * A line that was not judged.
 *
 * @param session the session that it is about; empty if that is not known
 * @param time its time in milliseconds since 1970; {@link Callback#NONE} if it has none
 * @param why why it was not judged, in words that follow "the line"
 * @param line the line
 */
public record Unjudged(String session, long time, String why, String line) {

  /** The same of a session that is called otherwise, without what may quote the line. */
  Unjudged hidden(String name) {
    return new Unjudged(name, time, "is hidden, and was not judged", "");
  }
}
