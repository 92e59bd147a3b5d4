package io.mooring.codegen.model;

/** An order of integers. */
public enum Order {
  /** Less. */
  LESS("<"),
  /** Less or equal. */
  AT_MOST("<="),
  /** Greater. */
  GREATER(">"),
  /** Greater or equal. */
  AT_LEAST(">=");

  private final String symbol;

  Order(String symbol) {
    this.symbol = symbol;
  }

  /** The order that holds exactly if this one does not. */
  public Order opposite() {
    return switch (this) {
      case LESS -> AT_LEAST;
      case AT_MOST -> GREATER;
      case GREATER -> AT_MOST;
      case AT_LEAST -> LESS;
    };
  }

  /** The operator in Java. */
  public String symbol() {
    return symbol;
  }
}
