package io.mooring.checker.tlc;

/** What can check a specification: a checker in this process, or workers elsewhere. */
@FunctionalInterface
public interface Checking {

  /**
   * Checks a specification.
   *
   * @param request the check
   * @param progress receives how far it has come
   * @throws TlcException if it cannot be checked: the specification, the configuration or the
   *     checker cannot be used
   */
  CheckResult check(CheckRequest request, CheckProgress progress) throws TlcException;
}
