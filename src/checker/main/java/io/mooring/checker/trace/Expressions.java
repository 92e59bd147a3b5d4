package io.mooring.checker.trace;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.PrivateFolder;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An open specification together with expressions over its definitions and variables, which its
 * checker evaluates. What they need of the standard modules is added.
 *
 * <p>Safe for use by several threads; the caller closes it.
 */
public final class Expressions implements AutoCloseable {

  private final PrivateFolder folder;
  private final Oracle oracle;
  private final List<Expression> expressions;

  private Expressions(PrivateFolder folder, Oracle oracle, List<Expression> expressions) {
    this.folder = folder;
    this.oracle = oracle;
    this.expressions = expressions;
  }

  /**
   * Opens a specification with expressions.
   *
   * @param names names that may be meant by one that is not known
   * @throws TlcException if an expression does not parse or is not about one state, or if the
   *     specification cannot be used
   */
  public static Expressions open(
      Tlc tlc, CheckRequest request, List<Expression> expressions, Collection<String> names)
      throws TlcException {
    PrivateFolder folder = PrivateFolder.create();
    try {
      ExpressionModule module = ExpressionModule.write(folder.path(), request, expressions);
      return new Expressions(folder, opened(tlc, module, names), List.copyOf(expressions));
    } catch (TlcException | RuntimeException failure) {
      folder.close();
      throw failure;
    }
  }

  private static Oracle opened(Tlc tlc, ExpressionModule first, Collection<String> names)
      throws TlcException {
    ExpressionModule module = first;
    Set<String> tried = new TreeSet<>();
    TlcException initial = null;
    while (true) {
      try {
        return tlc.open(module.request());
      } catch (TlcException refused) {
        String lacking = first.lacking(refused);
        if (lacking.isEmpty() || !tried.add(lacking)) {
          throw first.explained(
              initial == null || first.concerns(refused) ? refused : initial, names);
        }
        initial = initial == null ? refused : initial;
        module = module.extending(lacking);
      }
    }
  }

  /** The specification. */
  public Oracle oracle() {
    return oracle;
  }

  /** The expressions, in order. */
  public List<Expression> all() {
    return expressions;
  }

  /**
   * The value of an expression.
   *
   * @param index which of them
   * @param arguments the values of its parameters
   * @throws IllegalArgumentException if it has none, with the reason
   */
  public TlaValue value(int index, Map<String, TlaValue> arguments, TlaState state) {
    return oracle.evaluate(ExpressionModule.name(index), arguments, state);
  }

  @Override
  public void close() {
    oracle.close();
    folder.close();
  }
}
