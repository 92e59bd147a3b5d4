package io.mooring.codegen.emit;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles generated Java as strictly as the build does, and loads it, without a file. */
final class InMemoryCompiler {

  private static final List<String> OPTIONS =
      List.of("--release", "17", "-Xlint:all", "-Xdoclint:all,-missing", "-Werror", "-proc:none");

  private InMemoryCompiler() {}

  /**
   * The classes of these sources.
   *
   * @throws AssertionError with what the compiler says, if it says anything, or with what is not on
   *     Android
   */
  static ClassLoader compile(Map<String, String> sources) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((path, text) -> units.add(new Source(path, text)));
    try (StandardJavaFileManager standard = compiler.getStandardFileManager(said, null, null)) {
      Classes classes = new Classes(standard);
      boolean good = compiler.getTask(null, classes, said, OPTIONS, null, units).call();
      List<String> complaints =
          said.getDiagnostics().stream()
              .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
              .map(Object::toString)
              .toList();
      if (!good || !complaints.isEmpty()) {
        throw new AssertionError("Does not compile:\n" + String.join("\n", complaints));
      }
      List<String> missing = AndroidSignatures.missing(classes.bytes());
      if (!missing.isEmpty()) {
        throw new AssertionError("Not on Android:\n" + String.join("\n", missing));
      }
      return classes.loader();
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("memory:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class ClassFile extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ClassFile(String name) {
      super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }

  private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ClassFile> files = new TreeMap<>();

    Classes(JavaFileManager manager) {
      super(manager);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return files.computeIfAbsent(name, ClassFile::new);
    }

    Map<String, byte[]> bytes() {
      Map<String, byte[]> bytes = new TreeMap<>();
      files.forEach((name, file) -> bytes.put(name, file.bytes.toByteArray()));
      return bytes;
    }

    ClassLoader loader() {
      return new ClassLoader(ClassLoader.getPlatformClassLoader()) {
        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
          ClassFile file = files.get(name);
          if (file == null) {
            throw new ClassNotFoundException(name);
          }
          byte[] bytes = file.bytes.toByteArray();
          return defineClass(name, bytes, 0, bytes.length);
        }
      };
    }
  }
}
