package io.mooring.checker.tlc;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A folder with modules and classes that a test writes. */
public record Library(Path folder) {

  /** One in a new folder. */
  public static Library in(Path parent, String name) throws IOException {
    return new Library(Files.createDirectories(parent.resolve(name)));
  }

  /** Writes a module; its name stands in its text. */
  public Library module(String name, String... lines) throws IOException {
    Files.writeString(
        folder.resolve(name + ".tla"),
        "---- MODULE " + name + " ----\n" + String.join("\n", lines) + "\n====\n");
    return this;
  }

  /** Compiles a class against the bundled checker. */
  public Library type(String name, String text) throws IOException {
    Path sources = Files.createTempDirectory(folder.resolveSibling(""), "sources");
    Path source = sources.resolve(name.replace('.', '/') + ".java");
    Files.createDirectories(source.resolveSibling(""));
    Files.writeString(source, text);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of(
                      "-proc:none",
                      "-d",
                      folder.toString(),
                      "-cp",
                      Tlc.bundled().jar() + java.io.File.pathSeparator + folder),
                  null,
                  files.getJavaFileObjects(source))
              .call();
      if (!compiled) {
        throw new IllegalArgumentException(said.toString());
      }
    } finally {
      Files.delete(source);
    }
    return this;
  }

  /** Writes all that is in the folder into a jar beside it. */
  public Path jar() throws IOException {
    Path jar = folder.resolveSibling(folder.getFileName() + ".jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(file));
        out.closeEntry();
      }
    }
    return jar;
  }
}
