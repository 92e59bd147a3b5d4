package io.mooring.room.codegen.modelcheck;

import io.mooring.room.codegen.tlc.Tlc;
import io.mooring.room.codegen.tlc.TlcException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Checks models and reports on them.
 *
 * <p>A violated property is part of the {@link Summary}; a {@link TlcException} means that the
 * call, the manifest or a specification is wrong, and its message is all that a user needs to see
 * (exit code 2).
 */
public final class ModelChecking {

  private final Tlc tlc;
  private final Path output;

  /**
   * Prepares a run.
   *
   * @param tlc the checker to use
   * @param output the folder for counterexamples; created when there is one to write
   */
  public ModelChecking(Tlc tlc, Path output) {
    this.tlc = tlc;
    this.output = output;
  }

  /**
   * Checks the models of a manifest, one line for each, and the canaries beside it.
   *
   * @param fastOnly leaves out the models that the manifest does not call fast
   */
  public Summary checkManifest(Path manifest, boolean fastOnly, Reporter reporter)
      throws TlcException {
    throw new TlcException(
        "Landing soon: " + manifest + fastOnly + reporter + tlc.version() + output);
  }

  /**
   * Checks one specification.
   *
   * @param config its configuration; null for the one beside the module with the same name
   */
  public Summary checkOne(Path module, @Nullable Path config, Reporter reporter)
      throws TlcException {
    throw new TlcException("Landing soon: " + module + config + reporter);
  }
}
