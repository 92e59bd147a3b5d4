package io.mooring.codegen.atlas;

import io.mooring.codegen.model.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
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

  private static final List<String> STYLES =
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
          "media.css");

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
    String style = STYLES.stream().map(Resources::text).collect(Collectors.joining("\n"));
    Map<String, String> contract = ContractModule.of(model);
    String script = ScriptBundle.of("main.js", contract);
    AtlasData data = new AtlasData(model, modules, enclosed);
    String json = data.text();
    Map<String, String> places = new LinkedHashMap<>();
    places.put("header", escape(header));
    places.put("title", escape(model.module()));
    places.put("scriptHash", sha256(script));
    places.put("styleHash", sha256(style));
    places.put("style", style);
    places.put("data", json);
    places.put("script", script);
    String html = filled(Resources.text("atlas.html"), places);
    int texts = data.textBytes();
    int drawings = data.drawingBytes();
    List<Part> enclosures = data.enclosed();
    int table = contract.values().stream().mapToInt(Atlas::size).sum();
    int known = size(style) + size(script) + size(json);
    int others = texts + drawings + enclosures.stream().mapToInt(Part::bytes).sum();
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("model", size(json) - others));
    parts.add(new Part("table", table));
    parts.add(new Part("diagrams", drawings));
    parts.add(new Part("TLA+ text", texts));
    parts.addAll(enclosures);
    parts.add(new Part("script", size(script) - table));
    parts.add(new Part("style", size(style)));
    parts.add(new Part("frame", size(html) - known));
    return new Page(html, parts);
  }

  /** Fills the places one after the other; what is filled in is not looked at again. */
  private static String filled(String template, Map<String, String> places) {
    StringBuilder page = new StringBuilder();
    int at = 0;
    while (true) {
      int begin = template.indexOf("${", at);
      if (begin < 0) {
        return page.append(template, at, template.length()).toString();
      }
      int end = template.indexOf('}', begin);
      String value = places.get(template.substring(begin + 2, end));
      if (value == null) {
        throw new IllegalStateException("atlas.html: no value for " + template.substring(begin));
      }
      page.append(template, at, begin).append(value);
      at = end + 1;
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
