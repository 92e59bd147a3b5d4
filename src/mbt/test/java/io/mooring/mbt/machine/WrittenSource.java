package io.mooring.mbt.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/**
 * Compiles a test that a report has written, and loads it beside the generated Java it is about.
 */
public final class WrittenSource {

  private WrittenSource() {}

  /**
   * The loader of a class, which must compile.
   *
   * @param folder is written
   * @param name the simple name of the class
   * @param java the machine whose generated Java it needs
   */
  public static URLClassLoader compile(Path folder, String name, String source, JavaMachine<?> java)
      throws Exception {
    return compile(folder, name, source, java.initial().getClass());
  }

  /** The same for a test that needs a class, with what is beside it. */
  public static URLClassLoader compile(Path folder, String name, String source, Class<?> needed)
      throws Exception {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    String path =
        System.getProperty("java.class.path")
            + File.pathSeparator
            + Path.of(needed.getProtectionDomain().getCodeSource().getLocation().toURI());
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                path,
                "-d",
                folder.toString(),
                file.toString());
    assertThat(exit).as(source).isZero();
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, needed.getClassLoader());
  }
}
