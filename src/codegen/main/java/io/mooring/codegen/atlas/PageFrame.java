package io.mooring.codegen.atlas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The frame of a page: its policy, its style, its script, and its data.
 *
 * @param script the module that the script begins with
 * @param styles the files of the style, in their order
 */
record PageFrame(String script, List<String> styles) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A page, and the sizes of what is in it beside the data. */
  record Framed(String html, List<Atlas.Part> parts) {}

  /**
   * Puts data into the frame.
   *
   * @param header the sentence that says where the page comes from
   * @param title the page's title
   * @param json the data, as {@link #json} writes it
   * @param made the texts of modules of the script that are no files; they are not in the sizes
   */
  Framed around(String header, String title, String json, Map<String, String> made) {
    String style = styles.stream().map(Resources::text).collect(Collectors.joining("\n"));
    String code = ScriptBundle.of(script, made);
    Map<String, String> places = new LinkedHashMap<>();
    places.put("header", escape(header));
    places.put("title", escape(title));
    places.put("scriptHash", sha256(code));
    places.put("styleHash", sha256(style));
    places.put("style", style);
    places.put("data", json);
    places.put("script", code);
    String html = filled(Resources.text("atlas.html"), places);
    int known = Atlas.size(style) + Atlas.size(code) + Atlas.size(json);
    return new Framed(
        html,
        List.of(
            new Atlas.Part(
                "script", Atlas.size(code) - made.values().stream().mapToInt(Atlas::size).sum()),
            new Atlas.Part("style", Atlas.size(style)),
            new Atlas.Part("frame", Atlas.size(html) - known)));
  }

  /** Data as text that cannot end the element of the page that it stands in. */
  static String json(JsonNode node) {
    try {
      return MAPPER
          .writeValueAsString(node)
          .replace("<", "\\u003c")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
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
}
