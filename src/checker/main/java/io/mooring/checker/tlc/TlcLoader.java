package io.mooring.checker.tlc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The class loader of one run: the tools and the code that speaks to them are its own, so that
 * their static state is, too.
 *
 * <p>It sees the JDK, the checker's jar, its own copy of {@code inside}, and from the caller's side
 * only the rest of this project. It never sees a checker on the caller's class path.
 */
final class TlcLoader extends URLClassLoader {

  private static final String OURS = "io.mooring.";

  static {
    registerAsParallelCapable();
  }

  private final CheckerClasses classes;
  private final ZipFile jar;

  /** Where a checker says that it is installed. */
  private final CodeSource source;

  TlcLoader(CheckerClasses classes) throws IOException {
    super("tlc", new URL[] {classes.jar().toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    this.classes = classes;
    this.jar = new ZipFile(classes.jar().toFile());
    this.source = new CodeSource(classes.jar().toUri().toURL(), (CodeSigner[]) null);
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
      byte[] code = classes.code(name, jar).orElseThrow(() -> new ClassNotFoundException(name));
      return defineClass(name, code, 0, code.length, source);
    } catch (IOException failure) {
      throw new ClassNotFoundException(name, failure);
    }
  }

  /**
   * The inherited method reads from a jar that the JDK opens once for all loaders, and that the
   * first of them to be closed closes for the others.
   */
  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    try {
      ZipEntry entry = jar.getEntry(name);
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException failure) {
      throw new UncheckedIOException(jar.getName() + ": " + name + " cannot be read", failure);
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
    super.close();
  }
}
