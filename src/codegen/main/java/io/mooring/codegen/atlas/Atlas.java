package io.mooring.codegen.atlas;

import io.mooring.codegen.model.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The page of a machine: one HTML file that is opened from disk, runs without a network and has no
 * dependency. The same model and the same texts give the same bytes.
 *
 * <p>Its content security policy names its script and its style by their hashes and forbids every
 * request, so nothing that gets into its data or its address can run or leave.
 */
public final class Atlas {

  /** More locations than a picture can show: their views are folded, or tables alone. */
  static final int DRAWN = 300;

  private static final PageFrame FRAME =
      new PageFrame(
          "main.js",
          List.of(
              "page.css",
              "drive.css",
              "views.css",
              "tables.css",
              "compare.css",
              "walk.css",
              "sequence.css",
              "call.css",
              "coverage.css",
              "fleet.css",
              "media.css"));

  private Atlas() {}

  /**
   * A page.
   *
   * @param html the file's text
   * @param parts the sizes of its parts in bytes, in their order
   */
  public record Page(String html, List<Part> parts) {
    /** Copies the list. */
    public Page {
      parts = List.copyOf(parts);
    }

    /**
     * Writes it, into a folder that need not exist.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, html);
    }

    /** The sizes of its parts and of the whole, a line each. */
    public List<String> sizes(String file) {
      return Stream.concat(parts.stream(), Stream.of(new Part(file, size())))
          .map(Part::toString)
          .toList();
    }

    /** {@return the size of the file in bytes} */
    public int size() {
      return Atlas.size(html);
    }
  }

  /**
   * A part of a page.
   *
   * @param name what it is
   * @param bytes its size
   */
  public record Part(String name, int bytes) {

    /** The size and the name in a line. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%,9d bytes  %s", bytes, name);
    }
  }

  /**
   * Makes the page of a machine.
   *
   * @param modules the texts of the modules that the model cites, by their file names
   * @param header the sentence that says where the page comes from
   */
  public static Page of(Model model, SortedMap<String, String> modules, String header) {
    return of(model, modules, header, Enclosed.NOTHING);
  }

  /**
   * The same with more in it.
   *
   * @param enclosed what the page has beside the machine; its counts are by the model's numbers
   */
  public static Page of(
      Model model, SortedMap<String, String> modules, String header, Enclosed enclosed) {
    Map<String, String> contract = ContractModule.of(model);
    AtlasData data = new AtlasData(model, modules, enclosed);
    String json = data.text();
    PageFrame.Framed framed = FRAME.around(header, model.module() + ": atlas", json, contract);
    int texts = data.textBytes();
    int drawings = data.drawingBytes();
    List<Part> enclosures = data.enclosed();
    int table = contract.values().stream().mapToInt(Atlas::size).sum();
    int others = texts + drawings + enclosures.stream().mapToInt(Part::bytes).sum();
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("model", size(json) - others));
    parts.add(new Part("table", table));
    parts.add(new Part("diagrams", drawings));
    parts.add(new Part("TLA+ text", texts));
    parts.addAll(enclosures);
    parts.addAll(framed.parts());
    return new Page(framed.html(), parts);
  }

  static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
