package io.mooring.codegen.emit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A text that knows where it may break, and is laid out so that lines keep within a width.
 *
 * <p>All breaks of a {@link Group} are taken or none is; an outer group breaks before an inner one.
 */
public sealed interface Layout {

  /** Text without a break. */
  record Text(String text) implements Layout {}

  /** A possible line break; {@code flat} is printed otherwise. */
  record Break(String flat) implements Layout {}

  /** Parts one after the other. */
  record Row(List<Layout> parts) implements Layout {}

  /** A part whose breaks go with each other. */
  record Group(Layout part) implements Layout {}

  /** A part whose lines after the first are indented further. */
  record Indented(int by, Layout part) implements Layout {}

  /** Text without a break. */
  static Layout text(String text) {
    return new Text(text);
  }

  /** Parts one after the other. */
  static Layout row(Layout... parts) {
    return new Row(List.of(parts));
  }

  /** Parts whose breaks go with each other. */
  static Layout group(Layout... parts) {
    return new Group(row(parts));
  }

  /** Operands with an operator at the beginning of each further line. */
  static Layout chain(String operator, List<Layout> operands) {
    List<Layout> parts = new ArrayList<>();
    for (Layout operand : operands) {
      if (!parts.isEmpty()) {
        parts.add(new Break(" "));
        parts.add(text(operator + " "));
      }
      parts.add(operand);
    }
    return new Group(new Indented(4, new Row(parts)));
  }

  /** Arguments between brackets, which move to a separate line together if they are too long. */
  static Layout arguments(String open, List<Layout> arguments, String close) {
    if (arguments.isEmpty()) {
      return text(open + close);
    }
    List<Layout> parts = new ArrayList<>();
    for (Layout argument : arguments) {
      parts.add(parts.isEmpty() ? new Break("") : row(text(","), new Break(" ")));
      parts.add(argument);
    }
    return group(text(open), new Indented(4, new Row(parts)), text(close));
  }

  /**
   * The laid out text.
   *
   * @param width number of columns that a line may have
   * @param first column at which the first line begins
   * @param further column at which lines without indentation begin
   */
  default String render(int width, int first, int further) {
    StringBuilder out = new StringBuilder();
    Deque<Item> items = new ArrayDeque<>();
    items.push(new Item(0, false, this));
    int at = first;
    while (!items.isEmpty()) {
      Item item = items.pop();
      Layout part = item.part();
      if (part instanceof Text text) {
        out.append(text.text());
        at += text.text().length();
      } else if (part instanceof Break line) {
        out.append(item.flat() ? line.flat() : "\n" + " ".repeat(item.indent()));
        at = item.flat() ? at + line.flat().length() : item.indent() + further;
      } else if (part instanceof Row row) {
        for (int i = row.parts().size() - 1; i >= 0; i--) {
          items.push(new Item(item.indent(), item.flat(), row.parts().get(i)));
        }
      } else if (part instanceof Indented indented) {
        items.push(new Item(item.indent() + indented.by(), item.flat(), indented.part()));
      } else if (part instanceof Group group) {
        boolean flat = item.flat() || flatLength(group.part()) + trailing(items) <= width - at;
        items.push(new Item(item.indent(), flat, group.part()));
      }
    }
    return out.toString();
  }

  /** A part that is still to be laid out, with the indentation of its lines. */
  record Item(int indent, boolean flat, Layout part) {}

  /** Length of what follows up to the next place where a line may end. */
  private static int trailing(Deque<Item> items) {
    int length = 0;
    for (Item item : items) {
      if (item.part() instanceof Text text) {
        length += text.text().length();
      } else {
        return length;
      }
    }
    return length;
  }

  private static int flatLength(Layout layout) {
    if (layout instanceof Text text) {
      return text.text().length();
    }
    if (layout instanceof Break line) {
      return line.flat().length();
    }
    if (layout instanceof Row row) {
      return row.parts().stream().mapToInt(Layout::flatLength).sum();
    }
    if (layout instanceof Group group) {
      return flatLength(group.part());
    }
    return flatLength(((Indented) layout).part());
  }
}
