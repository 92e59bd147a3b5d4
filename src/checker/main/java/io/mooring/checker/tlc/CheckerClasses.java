package io.mooring.checker.tlc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The compiled classes that a run consists of: those of a checker's jar and our own of {@code
 * inside}, read once however many runs there are.
 *
 * <p>Safe for use by several threads.
 */
final class CheckerClasses {

  static final String INSIDE = CheckerClasses.class.getPackageName() + ".inside.";

  private static final String PROCESS = INSIDE.replace('.', '/') + "ProcessCalls";
  private static final Map<String, String> REDIRECTED =
      Map.of(
          "java/lang/System.exit", PROCESS,
          "java/util/concurrent/Executors.newFixedThreadPool", PROCESS,
          "java/util/concurrent/Executors.newSingleThreadExecutor", PROCESS,
          "java/lang/management/ManagementFactory.getPlatformMBeanServer", PROCESS,
          // TLC calls it for every expression that it evaluates.
          "tlc2/tool/BuiltInOPs.getOpCode", PROCESS);

  private static final Map<String, String> PARENTS =
      Map.of(
          "java/rmi/server/UnicastRemoteObject",
          "java/rmi/server/RemoteObject",
          "java/lang/Thread",
          INSIDE.replace('.', '/') + "DeepThread");

  /** What a class names in any case that is to be rewritten. */
  private static final List<String> NAMED =
      Stream.concat(
              REDIRECTED.keySet().stream().map(call -> call.substring(0, call.indexOf('.'))),
              PARENTS.keySet().stream())
          .toList();

  private final Path jar;
  private final Map<String, byte[]> read = new ConcurrentHashMap<>();

  CheckerClasses(Path jar) {
    this.jar = jar;
  }

  Path jar() {
    return jar;
  }

  /** The code of a class; empty if neither the jar nor we have one of that name. */
  Optional<byte[]> code(String name, ZipFile open) throws IOException {
    byte[] known = read.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    String file = name.replace('.', '/') + ".class";
    byte[] code;
    if (name.startsWith(INSIDE)) {
      try (InputStream in = CheckerClasses.class.getResourceAsStream("/" + file)) {
        code = in == null ? null : in.readAllBytes();
      }
    } else {
      ZipEntry entry = open.getEntry(file);
      if (entry == null) {
        return Optional.empty();
      }
      try (InputStream in = open.getInputStream(entry)) {
        code = redirected(in.readAllBytes());
      }
    }
    if (code == null) {
      return Optional.empty();
    }
    read.put(name, code);
    return Optional.of(code);
  }

  /** The code of a class that runs inside, kept from ending the process and the like. */
  static byte[] redirected(byte[] code) throws IOException {
    // Most classes name nothing of it, and a look at their bytes is much faster than at their pool.
    String bytes = new String(code, StandardCharsets.ISO_8859_1);
    return NAMED.stream().noneMatch(bytes::contains)
        ? code
        : new ClassRewrite(REDIRECTED, PARENTS).apply(code);
  }
}
