package io.mooring.codegen.emit;

/** Numbers as text: each character holds five bits, and whether more of the number follow. */
final class Digits {

  /** The characters for 0 to 63; from 32 on more characters follow. */
  static final String ALL = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.";

  private static final int MORE = 32;

  private final StringBuilder text = new StringBuilder();

  /** Adds a number that is not negative. */
  Digits number(int number) {
    int rest = number;
    while (rest >= MORE || rest < 0) {
      text.append(ALL.charAt((rest & (MORE - 1)) | MORE));
      rest >>>= 5;
    }
    text.append(ALL.charAt(rest));
    return this;
  }

  /** Adds any number; those near to 0 are short. */
  Digits signed(int number) {
    return number((number << 1) ^ (number >> 31));
  }

  String text() {
    return text.toString();
  }
}
