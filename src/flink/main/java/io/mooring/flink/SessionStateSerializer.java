package io.mooring.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what is kept of a session: each says in which version it was written. */
final class SessionStateSerializer extends TypeSerializerSingleton<SessionState> {

  static final SessionStateSerializer INSTANCE = new SessionStateSerializer();

  private static final long serialVersionUID = 1L;

  /** Is in every checkpoint, and finds this serializer again. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<SessionState> {

    /** As Flink makes it. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public SessionState createInstance() {
    return new SessionState();
  }

  @Override
  public SessionState copy(SessionState from) {
    try {
      return from.copy();
    } catch (IOException impossible) {
      throw new UncheckedIOException("A session could not be written to memory", impossible);
    }
  }

  @Override
  public SessionState copy(SessionState from, SessionState reuse) {
    return copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(SessionState state, DataOutputView target) throws IOException {
    state.write(target);
  }

  @Override
  public SessionState deserialize(DataInputView source) throws IOException {
    return SessionState.read(source);
  }

  @Override
  public SessionState deserialize(SessionState reuse, DataInputView source) throws IOException {
    return SessionState.read(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    SessionState.read(source).write(target);
  }

  @Override
  public TypeSerializerSnapshot<SessionState> snapshotConfiguration() {
    return new Snapshot();
  }
}
