package io.mooring.checker.tlc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The class loader of one run: the tools and the code that speaks to them are its own, so that
 * their static state is, too.
 *
 * <p>It sees the JDK, the checker's jar, its own copy of {@code inside}, and from the caller's side
 * only the rest of this project. It never sees a checker on the caller's class path. Classes of the
 * specification and of libraries are its own as well, because what replaces an operator shares the
 * checker's values; they never replace a class of the checker.
 */
final class TlcLoader extends URLClassLoader {

  private static final String OURS = "io.mooring.";

  /** The class by which a library lists those that replace operators: TLC loads one alone. */
  private static final String INDEX = "tlc2/overrides/TLCOverrides.class";

  static {
    registerAsParallelCapable();
  }

  private final CheckerClasses classes;
  private final ZipFile jar;
  private final Queue<UnfitClass> unfit = new ConcurrentLinkedQueue<>();
  private volatile @Nullable LibraryClasses libraries;

  /** Where a checker says that it is installed. */
  private final CodeSource source;

  TlcLoader(CheckerClasses classes) throws IOException {
    super("tlc", new URL[] {classes.jar().toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    this.classes = classes;
    this.jar = new ZipFile(classes.jar().toFile());
    this.source = new CodeSource(classes.jar().toUri().toURL(), (CodeSigner[]) null);
  }

  /** Adds what the specification and libraries have, before any of it is needed. */
  void add(LibraryClasses more) throws IOException {
    libraries = more;
    for (Path place : more.places()) {
      addURL(place.toUri().toURL());
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(OURS) && !name.startsWith(CheckerClasses.INSIDE)) {
      return Class.forName(name, false, TlcLoader.class.getClassLoader());
    }
    return super.loadClass(name, resolve);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try {
      Optional<byte[]> own = classes.code(name, jar);
      byte[] code =
          (own.isPresent() ? own : ofLibraries(name))
              .orElseThrow(() -> new ClassNotFoundException(name));
      return defineClass(name, code, 0, code.length, own.isPresent() ? source : null);
    } catch (IOException failure) {
      throw new ClassNotFoundException(name, failure);
    }
  }

  private Optional<byte[]> ofLibraries(String name) throws IOException {
    LibraryClasses more = libraries;
    if (more == null || name.startsWith(OURS)) {
      return Optional.empty();
    }
    Optional<byte[]> code = more.read(name.replace('.', '/') + ".class");
    if (code.isEmpty()) {
      return code;
    }
    Optional<UnfitClass> misfit =
        UnfitClass.of(name, code.get(), needed -> isThere(needed + ".class", more));
    misfit.ifPresent(unfit::add);
    return Optional.of(
        misfit.isPresent() ? misfit.get().empty() : CheckerClasses.redirected(code.get()));
  }

  private boolean isThere(String file, LibraryClasses more) {
    try {
      return jar.getEntry(file) != null || more.has(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be read", failure);
    }
  }

  /**
   * What to say of what libraries have and a run did not use.
   *
   * @param modules the names of the modules that it used
   */
  List<String> warnings(Set<String> modules) throws IOException {
    List<String> warnings = new ArrayList<>();
    unfit.stream()
        .filter(each -> each.concerns(modules))
        .map(UnfitClass::text)
        .forEach(warnings::add);
    LibraryClasses more = libraries;
    List<Path> indexes = more == null ? List.of() : more.rivals(INDEX);
    if (indexes.size() > 1) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s each list Java classes that replace operators, in tlc2.overrides.TLCOverrides;"
                  + " only the list of %s is read",
              indexes.stream().map(Path::toString).collect(Collectors.joining(" and ")),
              indexes.get(0)));
    }
    return warnings;
  }

  /**
   * The inherited method reads from a jar that the JDK opens once for all loaders, and that the
   * first of them to be closed closes for the others.
   */
  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    try {
      ZipEntry entry = jar.getEntry(name);
      if (entry != null) {
        return jar.getInputStream(entry);
      }
      LibraryClasses more = libraries;
      Optional<byte[]> read = more == null ? Optional.empty() : more.read(name);
      return read.isEmpty() ? null : new ByteArrayInputStream(read.get());
    } catch (IOException failure) {
      throw new UncheckedIOException(jar.getName() + ": " + name + " cannot be read", failure);
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
    LibraryClasses more = libraries;
    if (more != null) {
      more.close();
    }
    super.close();
  }
}
