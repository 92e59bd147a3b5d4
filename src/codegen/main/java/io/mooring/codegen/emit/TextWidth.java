package io.mooring.codegen.emit;

/**
 * The width of text in a picture, independent of the fonts of the machine.
 *
 * <p>The widths are taken from Helvetica, which common sans-serif fonts share or exceed a little; a
 * share is added for those that exceed it.
 */
final class TextWidth {

  private static final double SLACK = 1.1;
  private static final double BOLD = 1.08;

  /** Advance widths from the blank to the tilde, in thousandths of the font size. */
  private static final int[] WIDTHS = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
  };

  private static final int WIDEST = 1015;

  private TextWidth() {}

  static double of(String text, double size) {
    return text.chars().map(TextWidth::width).sum() * size / 1000 * SLACK;
  }

  static double ofBold(String text, double size) {
    return of(text, size) * BOLD;
  }

  private static int width(int character) {
    int index = character - ' ';
    return index >= 0 && index < WIDTHS.length ? WIDTHS[index] : WIDEST;
  }
}
