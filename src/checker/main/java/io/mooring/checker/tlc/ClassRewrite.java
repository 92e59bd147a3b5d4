package io.mooring.checker.tlc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends a few static calls of a compiled class elsewhere, and gives a class another parent.
 *
 * <p>TLC ends the process when some things go wrong, and registers statistics with the process's
 * management server, where two runs collide and whence nothing takes them back. Inside a process
 * that checks many specifications neither may happen, so both calls go to a class of ours with the
 * same methods. And its sets of fingerprints are remote objects: each listens on a port, and what
 * the JDK remembers of it keeps all classes of a run alive after its end. With another parent they
 * are plain objects. Its threads get the parent that gives them a large stack. Only the constant
 * pool and the parent change: a reference gets another class.
 */
final class ClassRewrite {

  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int METHOD = 10;
  private static final int NAME_AND_TYPE = 12;
  private static final int HEADER = 8;

  /** The offset of the parent after the pool: behind the flags and the class itself. */
  private static final int PARENT = 4;

  private static final String CONSTRUCTOR = "<init>";

  private final Map<String, String> calls;
  private final Map<String, String> parents;
  private final Map<Integer, String> texts = new HashMap<>();
  private final Map<Integer, Integer> classes = new HashMap<>();
  private final Map<Integer, Integer> names = new HashMap<>();
  private final Map<Integer, MethodAt> methods = new HashMap<>();

  /** A method reference: the offset of its class index, and the method. */
  private record MethodAt(int position, int owner, int nameAndType) {}

  /**
   * A rewriting.
   *
   * @param calls for {@code owner.method} the new owner, both with slashes
   * @param parents for a class the one that takes its place as a parent, likewise; it has the same
   *     constructors
   */
  ClassRewrite(Map<String, String> calls, Map<String, String> parents) {
    this.calls = Map.copyOf(calls);
    this.parents = Map.copyOf(parents);
  }

  /** The class with its calls and its parent redirected; the same bytes if there are none. */
  byte[] apply(byte[] code) throws IOException {
    int end = readPool(code);
    Map<Integer, String> redirected = new HashMap<>();
    String parent = nameOf(getShort(code, end + PARENT));
    @Nullable String stepparent = parents.get(parent);
    if (stepparent != null) {
      redirected.put(end + PARENT, stepparent);
    }
    for (MethodAt method : methods.values()) {
      String owner = nameOf(method.owner());
      String name = texts.get(names.get(method.nameAndType()));
      @Nullable String target =
          CONSTRUCTOR.equals(name) && owner.equals(parent)
              ? stepparent
              : calls.get(owner + "." + name);
      if (target != null) {
        redirected.put(method.position(), target);
      }
    }
    return redirected.isEmpty() ? code : write(code, end, redirected);
  }

  /** {@return the texts in the constant pool of a class: names, types, values of annotations} */
  static Collection<String> texts(byte[] code) throws IOException {
    ClassRewrite reading = new ClassRewrite(Map.of(), Map.of());
    reading.readPool(code);
    return reading.texts.values();
  }

  private String nameOf(int classIndex) {
    return texts.getOrDefault(classes.getOrDefault(classIndex, 0), "");
  }

  private int readPool(byte[] code) throws IOException {
    texts.clear();
    classes.clear();
    names.clear();
    methods.clear();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(code));
    in.skipNBytes(HEADER);
    int count = in.readUnsignedShort();
    for (int index = 1; index < count; index++) {
      int position = code.length - in.available() + 1;
      int tag = in.readUnsignedByte();
      switch (tag) {
        case UTF8 -> texts.put(index, in.readUTF());
        case CLASS -> classes.put(index, in.readUnsignedShort());
        case METHOD ->
            methods.put(
                index, new MethodAt(position, in.readUnsignedShort(), in.readUnsignedShort()));
        case NAME_AND_TYPE -> {
          names.put(index, in.readUnsignedShort());
          in.readUnsignedShort();
        }
        case 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 5, 6 -> {
          in.skipNBytes(8);
          index++;
        }
        default -> in.skipNBytes(4);
      }
    }
    return code.length - in.available();
  }

  private static byte[] write(byte[] code, int end, Map<Integer, String> redirected)
      throws IOException {
    byte[] changed = code.clone();
    int next = getShort(code, HEADER);
    ByteArrayOutputStream added = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(added);
    for (Map.Entry<Integer, String> each : redirected.entrySet()) {
      out.writeByte(UTF8);
      out.writeUTF(each.getValue());
      out.writeByte(CLASS);
      out.writeShort(next);
      putShort(changed, each.getKey(), next + 1);
      next += 2;
    }
    putShort(changed, HEADER, next);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(changed, 0, end);
    all.write(added.toByteArray());
    all.write(changed, end, changed.length - end);
    return all.toByteArray();
  }

  private static int getShort(byte[] code, int position) {
    return ((code[position] & 0xff) << 8) | (code[position + 1] & 0xff);
  }

  private static void putShort(byte[] code, int position, int value) {
    code[position] = (byte) (value >> 8);
    code[position + 1] = (byte) value;
  }
}
