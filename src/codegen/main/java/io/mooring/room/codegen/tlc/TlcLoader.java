package io.mooring.room.codegen.tlc;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * The class loader of one run: the tools and the code that speaks to them are its own, so that
 * their static state is, too.
 *
 * <p>It sees the JDK, the checker's jar, its own copy of {@code inside}, and from the caller's side
 * only the rest of this project. It never sees a checker on the caller's class path.
 */
final class TlcLoader extends URLClassLoader {

  private static final String OURS = "io.mooring.";
  private static final String INSIDE = TlcLoader.class.getPackageName() + ".inside.";

  static {
    registerAsParallelCapable();
  }

  TlcLoader(URL jar) {
    super("tlc", new URL[] {jar}, ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(OURS) && !name.startsWith(INSIDE)) {
      return Class.forName(name, false, TlcLoader.class.getClassLoader());
    }
    return super.loadClass(name, resolve);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.startsWith(INSIDE)) {
      return super.findClass(name);
    }
    String resource = "/" + name.replace('.', '/') + ".class";
    try (InputStream in = TlcLoader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = in.readAllBytes();
      return defineClass(name, code, 0, code.length);
    } catch (IOException failure) {
      throw new ClassNotFoundException(name, failure);
    }
  }
}
