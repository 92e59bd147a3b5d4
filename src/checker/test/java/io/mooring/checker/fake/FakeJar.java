package io.mooring.checker.fake;

import io.mooring.checker.tlc.Tlc;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;

/**
 * A checker of another form: the bundled one, with its classes rewritten.
 *
 * @param rewriting what is done to each class
 * @param gone classes that it does not have
 * @param added classes that it has beside the others
 * @param manifest the manifest of its jar
 */
public record FakeJar(
    UnaryOperator<ClassVisitor> rewriting,
    Set<String> gone,
    Map<String, byte[]> added,
    String manifest) {

  private static final String PLAIN = "Manifest-Version: 1.0\n";
  private static final String DATED =
      PLAIN + "Build-TimeStamp: 2026-01-02T03:04:05.678+0000\nX-Git-ShortRevision: abc1234\n";

  /** In the form of upstream's release 1.7.4, which lacks what the bundled checker adds to it. */
  public static FakeJar classic() {
    return new FakeJar(ClassicForm::new, Set.of(ClassicForm.COLLECTOR), Map.of(), PLAIN);
  }

  /** In the form of upstream's rolling release 1.8. */
  public static FakeJar rolling() {
    return new FakeJar(
        next -> new ClassicForm(new RollingForm(next)),
        Set.of(ClassicForm.COLLECTOR, RollingForm.OLD_RECORDER),
        Map.of(
            RollingForm.RECORDER, RollingForm.recorder(), RollingForm.SILENT, RollingForm.silent()),
        DATED);
  }

  /** The same with a manifest that says nothing of its build. */
  public FakeJar undated() {
    return new FakeJar(rewriting, gone, added, PLAIN);
  }

  /** The same without the class that both families know by one of two names. */
  public FakeJar withoutRecorder() {
    return new FakeJar(
        rewriting, Set.of(RollingForm.OLD_RECORDER, RollingForm.RECORDER), Map.of(), manifest);
  }

  /** The same, but TLC reports states by a method that no family has. */
  public FakeJar withNewerStateWriter() {
    return with("tlc2/util/IStateWriter", "writeEdge", "(Ltlc2/tool/TLCState;)V");
  }

  /** The same with the method that came with upstream's correction of issue 971. */
  public FakeJar withCorrectedLiveness() {
    return with("tlc2/tool/liveness/TableauNodePtrTable", "put", "(JI)V");
  }

  private FakeJar with(String owner, String method, String descriptor) {
    return new FakeJar(
        next -> new AddedMethod(rewriting.apply(next), owner, method, descriptor),
        gone,
        added,
        manifest);
  }

  /** Writes the jar into a folder. */
  public Path in(Path folder) {
    Path jar = folder.resolve("fake.jar");
    try (ZipFile from = new ZipFile(Tlc.bundled().jar().toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(jar))) {
      put(to, "META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> each : added.entrySet()) {
        put(to, each.getKey() + ".class", each.getValue());
      }
      for (ZipEntry entry : Collections.list(from.entries())) {
        String name = entry.getName();
        if (!entry.isDirectory() && !name.startsWith("META-INF/") && !isGone(name)) {
          try (InputStream in = from.getInputStream(entry)) {
            byte[] content = in.readAllBytes();
            put(to, name, name.endsWith(".class") ? rewritten(content) : content);
          }
        }
      }
      return jar;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private boolean isGone(String file) {
    return gone.stream().anyMatch(name -> file.equals(name + ".class"));
  }

  private byte[] rewritten(byte[] code) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    new ClassReader(code).accept(rewriting.apply(writer), 0);
    return writer.toByteArray();
  }

  private static void put(ZipOutputStream to, String name, byte[] content) throws IOException {
    to.putNextEntry(new ZipEntry(name));
    to.write(content);
    to.closeEntry();
  }
}
