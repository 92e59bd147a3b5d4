package io.mooring.flink;

import io.mooring.mbt.trace.JudgedSession;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a session beside the lines that wait for their turn. It does not grow with
 * the session. {@link SessionStateSerializer} writes it.
 */
final class SessionState {

  /** How many of the last lines are remembered, to recognise them when they come again. */
  static final int REMEMBERED = 32;

  private static final byte[] NOWHERE = {};
  private static final long[] NOTHING = {};
  private static final int VERSION = 3;

  /** The first version, without the lines that are kept, and the second, without the step. */
  private static final int WITHOUT_LINES = 1;

  private static final int WITHOUT_STEP = 2;

  /** Of the machine and its rules; and where the machine may be, empty before the first entry. */
  long fingerprint;

  byte[] where = NOWHERE;

  /** The same, once it was read: then what is above is older. It has no other owner. */
  @Nullable JudgedSession session;

  /** The times of the first and the last line, in milliseconds, and how many were judged. */
  long first = Callback.NONE;

  long last = Callback.NONE;
  long judged;

  /** When it is to be seen whether it is silent; and the number of the last line. */
  long timer = Callback.NONE;

  long sequence = Callback.NONE;

  /** The latest time that a line said while nothing was wrong, in nanoseconds. */
  long latest = Callback.NONE;

  String version = "";
  String region = "";

  /** From when on it is undecided, and why; from when on it is rejected, and why. */
  long undecided = Callback.NONE;

  String missing = "";
  long rejected = Callback.NONE;
  String rule = "";
  String reason = "";
  String step = "";
  String message = "";
  String line = "";

  /** Digests of the last lines, the next to be replaced, or empty. */
  long[] recent = NOTHING;

  int next;

  /** The last lines that were judged, as many as are to be kept. */
  List<String> lines = List.of();

  boolean isUndecided() {
    return !missing.isEmpty();
  }

  boolean isRejected() {
    return !message.isEmpty();
  }

  /** It is undecided from a time on, or from an earlier one. */
  void undecided(long from, String why) {
    if (!isUndecided() || from < undecided) {
      undecided = from;
      missing = why;
    }
  }

  boolean remembers(long digest) {
    for (long each : recent) {
      if (each == digest) {
        return true;
      }
    }
    return false;
  }

  void remember(long digest) {
    if (recent.length < REMEMBERED) {
      recent = Arrays.copyOf(recent, recent.length + 1);
      recent[recent.length - 1] = digest;
    } else {
      recent[next] = digest;
      next = (next + 1) % REMEMBERED;
    }
  }

  /** Keeps a line, and no more than so many. */
  void keep(String last, int most) {
    if (lines.isEmpty()) {
      lines = new ArrayList<>();
    }
    lines.add(last);
    while (lines.size() > most) {
      lines.remove(0);
    }
  }

  /** What is decided if it ends now. */
  Verdict verdict(String session) {
    // What came too late may be what would have explained the rest.
    boolean rejects = isRejected() && (!isUndecided() || rejected < undecided);
    Decision decision =
        rejects ? Decision.REJECTED : isUndecided() ? Decision.UNDECIDED : Decision.ACCEPTED;
    return new Verdict(
        session,
        decision,
        rejects ? rule : "",
        rejects ? reason : "",
        rejects ? step : "",
        rejects ? message : missing,
        rejects ? line : "",
        version,
        region,
        first,
        last,
        judged,
        rejects ? lines : List.of());
  }

  private byte[] where() throws IOException {
    if (session == null) {
      return where;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    session.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /** An independent copy. */
  SessionState copy() throws IOException {
    SessionState copy = new SessionState();
    copy.fingerprint = fingerprint;
    // Arrays of this kind are replaced and never changed.
    copy.where = where();
    copy.first = first;
    copy.last = last;
    copy.judged = judged;
    copy.timer = timer;
    copy.sequence = sequence;
    copy.latest = latest;
    copy.version = version;
    copy.region = region;
    copy.undecided = undecided;
    copy.missing = missing;
    copy.rejected = rejected;
    copy.rule = rule;
    copy.reason = reason;
    copy.step = step;
    copy.message = message;
    copy.line = line;
    copy.recent = recent.length == 0 ? recent : recent.clone();
    copy.next = next;
    copy.lines = lines.isEmpty() ? lines : new ArrayList<>(lines);
    return copy;
  }

  void write(DataOutput output) throws IOException {
    output.writeByte(VERSION);
    output.writeLong(fingerprint);
    byte[] now = where();
    output.writeInt(now.length);
    output.write(now);
    output.writeLong(first);
    output.writeLong(last);
    output.writeLong(judged);
    output.writeLong(timer);
    output.writeLong(sequence);
    output.writeLong(latest);
    Texts.write(version, output);
    Texts.write(region, output);
    output.writeLong(undecided);
    Texts.write(missing, output);
    output.writeLong(rejected);
    Texts.write(rule, output);
    Texts.write(reason, output);
    Texts.write(message, output);
    Texts.write(line, output);
    output.writeByte(recent.length);
    for (long each : recent) {
      output.writeLong(each);
    }
    output.writeByte(next);
    output.writeInt(lines.size());
    for (String each : lines) {
      Texts.write(each, output);
    }
    Texts.write(step, output);
  }

  static SessionState read(DataInput input) throws IOException {
    int written = input.readByte();
    if (written < WITHOUT_LINES || written > VERSION) {
      throw new IOException(
          "a session was written in version "
              + written
              + ", and this is version "
              + VERSION
              + ": restore it with the version of mooring-flink that wrote it");
    }
    SessionState state = new SessionState();
    state.fingerprint = input.readLong();
    state.where = new byte[input.readInt()];
    input.readFully(state.where);
    state.first = input.readLong();
    state.last = input.readLong();
    state.judged = input.readLong();
    state.timer = input.readLong();
    state.sequence = input.readLong();
    state.latest = input.readLong();
    state.version = Texts.read(input);
    state.region = Texts.read(input);
    state.undecided = input.readLong();
    state.missing = Texts.read(input);
    state.rejected = input.readLong();
    state.rule = Texts.read(input);
    state.reason = Texts.read(input);
    state.message = Texts.read(input);
    state.line = Texts.read(input);
    state.recent = new long[input.readUnsignedByte()];
    for (int i = 0; i < state.recent.length; i++) {
      state.recent[i] = input.readLong();
    }
    state.next = input.readByte();
    int kept = written == WITHOUT_LINES ? 0 : input.readInt();
    for (int i = 0; i < kept; i++) {
      state.keep(Texts.read(input), kept);
    }
    state.step = written <= WITHOUT_STEP ? "" : Texts.read(input);
    return state;
  }
}
