package io.mooring.checker.tlc;

import java.util.List;
import java.util.Map;

/**
 * The border to the class loader in which the TLA+ tools live.
 *
 * <p>Implemented once, by a class of {@code inside} that {@link Tlc} loads afresh for every run.
 * Public only because two class loaders share it; callers use {@link Tlc}.
 */
public interface Inside {

  /** The version that the tools state about themselves. */
  String version();

  /** See {@link Tlc#parse}. */
  ModuleAst parse(Workplace place) throws TlcException;

  /** See {@link Tlc#explore}. */
  StateGraph explore(Workplace place) throws TlcException;

  /** See {@link Tlc#open}. */
  Oracle open(Workplace place) throws TlcException;

  /** See {@link Tlc#evaluate}. */
  Map<String, TlaValue> evaluate(Workplace place, List<String> names) throws TlcException;

  /** See {@link Tlc#check}. */
  CheckResult check(Workplace place, CheckProgress progress) throws TlcException;
}
