package io.mooring.checker.tlc;

import java.util.List;
import java.util.Map;

/**
 * The border to the class loader in which the TLA+ tools live.
 *
 * <p>Implemented once, by a class of {@code inside} that {@link Tlc} loads afresh for every run.
 * Public only because two class loaders share it; callers use {@link Tlc}.
 */
public interface CheckerBridge {

  /** The version that the tools state about themselves. */
  String version();

  /** See {@link Tlc#about}. */
  CheckerInfo about();

  /** See {@link Tlc#parse}. */
  ModuleAst parse(RunRequest place) throws TlcException;

  /** See {@link Tlc#explore}. */
  StateGraph explore(RunRequest place) throws TlcException;

  /** See {@link Tlc#open}. */
  Oracle open(RunRequest place) throws TlcException;

  /** See {@link Tlc#evaluate}. */
  Map<String, TlaValue> evaluate(RunRequest place, List<String> names) throws TlcException;

  /** See {@link Tlc#check}. */
  CheckResult check(RunRequest place, CheckProgress progress) throws TlcException;
}
