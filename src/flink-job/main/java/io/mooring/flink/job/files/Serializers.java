package io.mooring.flink.job.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** How files and what is known of them stand in a checkpoint. */
final class Serializers {
  private static final int VERSION = 1;
  private static final int SIZE = 256;

  private Serializers() {}

  private abstract static class Versioned<T> implements SimpleVersionedSerializer<T> {

    abstract void write(T value, DataOutputSerializer to) throws IOException;

    abstract T read(DataInputDeserializer from) throws IOException;

    @Override
    public int getVersion() {
      return VERSION;
    }

    @Override
    public byte[] serialize(T value) throws IOException {
      DataOutputSerializer bytes = new DataOutputSerializer(SIZE);
      write(value, bytes);
      return bytes.getCopyOfBuffer();
    }

    @Override
    public T deserialize(int version, byte[] bytes) throws IOException {
      if (version != VERSION) {
        throw new IOException(
            "the files were written in version "
                + version
                + ", and this is version "
                + VERSION
                + ": restore them with the version of mooring-flink-job that wrote them");
      }
      return read(new DataInputDeserializer(bytes));
    }
  }

  /** Of one file. */
  static final class OfSplit extends Versioned<TraceSplit> {
    @Override
    void write(TraceSplit split, DataOutputSerializer to) throws IOException {
      to.writeUTF(split.path());
      to.writeLong(split.read());
      to.writeLong(split.from());
    }

    @Override
    TraceSplit read(DataInputDeserializer from) throws IOException {
      return new TraceSplit(from.readUTF(), from.readLong(), from.readLong());
    }
  }

  /** Of what the enumerator knows. */
  static final class OfState extends Versioned<FilesState> {
    private final OfSplit splits = new OfSplit();

    @Override
    void write(FilesState state, DataOutputSerializer to) throws IOException {
      to.writeBoolean(state.complete());
      to.writeInt(state.known().size());
      for (String each : state.known()) {
        to.writeUTF(each);
      }
      to.writeInt(state.pending().size());
      for (TraceSplit each : state.pending()) {
        splits.write(each, to);
      }
    }

    @Override
    FilesState read(DataInputDeserializer from) throws IOException {
      boolean complete = from.readBoolean();
      int size = from.readInt();
      List<String> known = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        known.add(from.readUTF());
      }
      size = from.readInt();
      List<TraceSplit> pending = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        pending.add(splits.read(from));
      }
      return new FilesState(complete, known, pending);
    }
  }
}
