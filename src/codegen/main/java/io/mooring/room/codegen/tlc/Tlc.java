package io.mooring.room.codegen.tlc;

import java.nio.file.Path;

/**
 * A model checker: one {@code tla2tools.jar}, ready to be asked.
 *
 * <p>Immutable and safe for use by several threads; every call runs in a class loader and a folder of
 * its own, which are gone when it returns.
 */
public final class Tlc {

  private final Path jar;

  private Tlc(Path jar) {
    this.jar = jar;
  }

  /** The checker on the class path. */
  public static Tlc bundled() {
    throw new UnsupportedOperationException("Landing soon.");
  }

  /**
   * A checker of the caller's.
   *
   * @throws TlcException if the file cannot be used as a checker in this form
   */
  public static Tlc at(Path tla2toolsJar) throws TlcException {
    return new Tlc(tla2toolsJar);
  }

  /** The checker's own words on its version. */
  public String version() {
    throw new UnsupportedOperationException("Landing soon.");
  }

  /** Parses a module and all that it extends. */
  public ModuleAst parse(Path module) throws TlcException {
    throw new UnsupportedOperationException("Landing soon: " + module + jar);
  }

  /** Explores a specification completely; refuses views, symmetry and constraints. */
  public StateGraph explore(Path module, Path config) throws TlcException {
    throw new UnsupportedOperationException("Landing soon: " + module + config);
  }

  /** Loads a specification to be asked step by step. */
  public Oracle open(Path module, Path config) throws TlcException {
    throw new UnsupportedOperationException("Landing soon: " + module + config);
  }

  /** Checks a specification. */
  public CheckResult check(CheckRequest request, CheckProgress progress) throws TlcException {
    throw new UnsupportedOperationException("Landing soon: " + request + progress);
  }
}
