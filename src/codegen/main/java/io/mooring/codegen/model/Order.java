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

  /** The operator in Java. */
  public String symbol() {
    return symbol;
  }
}
