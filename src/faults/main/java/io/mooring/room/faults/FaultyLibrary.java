package io.mooring.room.faults;

import com.github.difflib.patch.PatchFailedException;
import com.github.difflib.unifieddiff.UnifiedDiffFile;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The library and what tests it, loaded once more, with a fault or without one. Of what was changed
 * the classes are compiled again; everything else is as it was built.
 */
public final class FaultyLibrary extends URLClassLoader {

  /** The classes that are loaded here, and never by the parent. */
  private static final String OURS = "io.mooring.room.";

  /** The folders of classes that the build has made: of the library, and of all that tests it. */
  private static final List<String> BUILT =
      List.of(
          "src/target/classes",
          "src/target/test-classes",
          "src/checker/target/classes",
          "src/codegen/target/classes",
          "src/testkit/target/classes",
          "src/testkit/target/test-classes",
          "src/harness/target/classes",
          "src/harness/target/test-classes",
          "src/concurrency/target/test-classes",
          "src/faults/target/classes");

  private final List<Path> classes;

  private FaultyLibrary(List<Path> classes) {
    super(
        classes.stream().map(FaultyLibrary::url).toArray(URL[]::new),
        FaultyLibrary.class.getClassLoader());
    this.classes = classes;
  }

  /** The class path of a separate virtual machine, with the faulty classes first. */
  String classPath() {
    return classes.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * The library as it is.
   *
   * @param home the root of the project, which has been built
   */
  public static FaultyLibrary without(Path home) {
    return new FaultyLibrary(built(home));
  }

  /**
   * The library with a fault.
   *
   * @param home the root of the project, which has been built
   * @param folder an empty folder for the classes
   * @throws IllegalStateException when the patch does not fit any more, or does not compile
   */
  public static FaultyLibrary with(Fault fault, Path home, Path folder) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (UnifiedDiffFile file : fault.diff().getFiles()) {
      Path changed = folder.resolve(file.getToFile());
      Files.createDirectories(changed.getParent());
      List<String> lines = Files.readAllLines(home.resolve(file.getFromFile()));
      try {
        Files.write(changed, file.getPatch().applyFuzzy(lines, 0));
      } catch (PatchFailedException e) {
        throw new IllegalStateException(
            fault + " does not fit " + file.getFromFile() + " any more: " + e.getMessage(), e);
      }
      sources.add(changed);
    }
    List<Path> built = built(home);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(fault, sources, built, classes);
    return new FaultyLibrary(Stream.concat(Stream.of(classes), built.stream()).toList());
  }

  private static List<Path> built(Path home) {
    return BUILT.stream().map(home::resolve).toList();
  }

  private static void compile(Fault fault, List<Path> sources, List<Path> built, Path classes)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    String classPath =
        Stream.concat(
                built.stream().map(Path::toString),
                Stream.of(System.getProperty("java.class.path")))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> options =
        List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-classpath", classPath);
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new IllegalStateException(fault + " does not compile:\n" + messages);
      }
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        loaded = findClass(name);
      }
      if (resolve) {
        resolveClass(loaded);
      }
      return loaded;
    }
  }
}
