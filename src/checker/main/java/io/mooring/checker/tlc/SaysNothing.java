package io.mooring.checker.tlc;

import java.util.List;

/**
 * Ends a check before it begins: some of its temporal properties hold of every behaviour there is,
 * and the checker cannot check them; it has to check the others alone.
 */
public final class SaysNothing extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> properties;

  /**
   * A reason to check without some properties.
   *
   * @param properties their names
   */
  public SaysNothing(List<String> properties) {
    super(String.join(", ", properties));
    this.properties = List.copyOf(properties);
  }

  /** The properties to leave out. */
  List<String> properties() {
    return properties;
  }
}
