package io.mooring.flink;

import io.mooring.mbt.trace.CodedEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Writes a line and what was read of it. It is in savepoints: another format is another class. */
final class CallbackSerializer extends TypeSerializer<Callback> {
  private static final long serialVersionUID = 1L;

  /** Texts of so many bytes and more have their length in four bytes. */
  private static final int LONG_TEXT = 255;

  private static final int NO_ENTRY = -1;

  /** By the number that is written of each. */
  private static final List<CodedEntry.Kind> KINDS =
      List.of(
          CodedEntry.Kind.NOTHING,
          CodedEntry.Kind.NOTIFIED,
          CodedEntry.Kind.HAPPENED,
          CodedEntry.Kind.REPEATED);

  /** What is read is decoded in it: one for each thread, as Flink has a serializer for each. */
  private transient byte @Nullable [] buffer;

  /** Is in every checkpoint, and finds this serializer again. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Callback> {
    /** As Flink makes it. */
    public Snapshot() {
      super(CallbackSerializer::new);
    }
  }

  @Override
  public void serialize(Callback callback, DataOutputView target) throws IOException {
    write(callback.session(), target);
    target.writeLong(callback.time());
    target.writeLong(callback.sequence());
    write(callback.version(), target);
    write(callback.region(), target);
    write(callback.line(), target);
    CodedEntry entry = callback.entry();
    if (entry == null) {
      target.writeByte(NO_ENTRY);
      return;
    }
    target.writeByte(KINDS.indexOf(entry.kind()));
    target.writeLong(entry.fingerprint());
    target.writeLong(entry.time());
    target.writeInt(entry.notification());
    target.writeInt(entry.event());
  }

  @Override
  public Callback deserialize(DataInputView source) throws IOException {
    String session = read(source);
    long time = source.readLong();
    long sequence = source.readLong();
    String version = read(source);
    String region = read(source);
    String line = read(source);
    int kind = source.readByte();
    CodedEntry entry = null;
    if (kind != NO_ENTRY) {
      long fingerprint = source.readLong();
      entry =
          new CodedEntry(
              fingerprint, KINDS.get(kind), source.readLong(), source.readInt(), source.readInt());
    }
    return new Callback(session, time, sequence, version, region, line, entry);
  }

  private static void write(String text, DataOutputView target) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < LONG_TEXT) {
      target.writeByte(bytes.length);
    } else {
      target.writeByte(LONG_TEXT);
      target.writeInt(bytes.length);
    }
    target.write(bytes);
  }

  private String read(DataInputView source) throws IOException {
    int length = length(source);
    if (length == 0) {
      return "";
    }
    byte[] bytes = buffer;
    if (bytes == null || bytes.length < length) {
      bytes = new byte[Math.max(length, 2 * LONG_TEXT)];
      buffer = bytes;
    }
    source.readFully(bytes, 0, length);
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private static int length(DataInputView source) throws IOException {
    int length = source.readUnsignedByte();
    return length < LONG_TEXT ? length : source.readInt();
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public TypeSerializer<Callback> duplicate() {
    return new CallbackSerializer();
  }

  @Override
  public Callback createInstance() {
    return new Callback("", Callback.NONE, Callback.NONE, "", "", "");
  }

  @Override
  public Callback copy(Callback from) {
    return from;
  }

  @Override
  public Callback copy(Callback from, Callback reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public Callback deserialize(Callback reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CallbackSerializer;
  }

  @Override
  public int hashCode() {
    return CallbackSerializer.class.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<Callback> snapshotConfiguration() {
    return new Snapshot();
  }
}
