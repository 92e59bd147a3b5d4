package io.mooring.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The command that compares a version with the one before, on two repositories in folders. */
final class ApiComparisonTest {

  private static final String NEXT = "999.0.0";
  private static final String CLASS = "io/mooring/room/RoomConnection.class";
  private static final String METHOD = "cancelJoin";

  private final Path folder;

  /** What Maven finds, with nothing of ours in it. */
  private final Path local = Path.of("target/comparison").toAbsolutePath();

  ApiComparisonTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Path ours = local.resolve("io/mooring");
    if (Files.exists(ours)) {
      try (Stream<Path> all = Files.walk(ours)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  /** Deploys the library again as the next version, with or without a method. */
  private Path next(boolean whole) throws IOException {
    Path repository = folder.resolve("next");
    Path jar = Deployed.file(repository, "mooring", NEXT, ".jar");
    Files.createDirectories(jar.getParent());
    Files.writeString(
        Deployed.file(repository, "mooring", NEXT, ".pom"),
        Files.readString(Deployed.file("mooring", ".pom")).replace(Deployed.VERSION, NEXT));
    try (JarFile old = new JarFile(Deployed.file("mooring", ".jar").toFile());
        OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (JarEntry entry : old.stream().toList()) {
        byte[] content = old.getInputStream(entry).readAllBytes();
        out.putNextEntry(new JarEntry(entry.getName()));
        out.write(whole || !entry.getName().equals(CLASS) ? content : withoutMethod(content));
      }
    }
    return repository;
  }

  private static byte[] withoutMethod(byte[] content) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(content)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] thrown) {
                return name.equals(METHOD)
                    ? null
                    : super.visitMethod(access, name, descriptor, signature, thrown);
              }
            },
            0);
    return writer.toByteArray();
  }

  private Started compared(Path repository) throws Exception {
    Path settings = folder.resolve("settings.xml");
    Files.writeString(
        settings,
        Files.readString(Deployed.PROJECT.resolve("src/examples/settings.xml"))
            .replace(
                "@localRepositoryUrl@",
                Path.of(System.getProperty("local.repository")).toUri().toString())
            .replace("@releaseFolderUrl@", repository.toUri().toString()));
    return Started.maven(
        "-s",
        settings.toString(),
        "-Dmaven.repo.local=" + local,
        "-Papi",
        "-Dapi.base=" + Deployed.VERSION,
        "-Dapi.repository=" + Deployed.FOLDER.toUri(),
        "-Drevision=" + NEXT,
        "-Drelease.folder=" + repository,
        "-pl",
        "src",
        "japicmp:cmp@api");
  }

  @Test
  void aVersionWithoutAMethodIsRefusedAndTheMethodIsNamed() throws Exception {
    Started refused = compared(next(/* whole= */ false));

    assertThat(refused.code()).as(refused.text()).isNotZero();
    assertThat(refused.text())
        .contains("incompatibility", "io.mooring.room.RoomConnection." + METHOD + "(");
  }

  @Test
  void aVersionWithAllOfThemIsAccepted() throws Exception {
    Started accepted = compared(next(/* whole= */ true));

    assertThat(accepted.code()).as(accepted.text()).isZero();
    assertThat(accepted.text()).contains("BUILD SUCCESS");
  }
}
