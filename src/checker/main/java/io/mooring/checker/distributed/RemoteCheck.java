package io.mooring.checker.distributed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A check with the files that it reads, to be done elsewhere.
 *
 * <p>The other side has the files in a folder of its own. In what is sent each file has a number in
 * place of its path, so that every message of a result names the files of the side that reads it.
 *
 * @param title what the check is called
 * @param module the module of the check, parsed where it is
 * @param files what is sent, in the order of the numbers
 * @param request the check
 */
record RemoteCheck(String title, ModuleAst module, List<Sent> files, CheckRequest request) {

  /**
   * What only one process can answer, or what it prints: a check of a module that uses it is never
   * shared.
   */
  private static final Pattern OF_ONE_PROCESS =
      Pattern.compile("\\b((TLCGet|TLCSet|Print|PrintT|RandomElement)\\s*\\(|JavaTime\\b)");

  /** The folder of the files in the folder of the other side. */
  private static final String FOLDER = "spec";

  /**
   * A file.
   *
   * @param path its path as messages have it
   * @param content its bytes, in Base64
   */
  record Sent(String path, String content) {

    String name() {
      Path file = Path.of(path);
      return String.valueOf(file.getFileName());
    }

    String text() {
      return new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8);
    }

    static Sent of(Path file, String path) throws TlcException {
      try {
        return new Sent(path, Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
      } catch (IOException failure) {
        throw new TlcException(file + ": cannot be read", failure);
      }
    }
  }

  /**
   * A check with its files.
   *
   * @param title what it is called
   * @param module its module, parsed
   * @throws TlcException if a file cannot be read, or it needs Java classes that are not sent
   */
  static RemoteCheck of(Tlc tlc, String title, ModuleAst module, CheckRequest request)
      throws TlcException {
    refuseClasses(tlc, module, request.module());
    List<Sent> files = new ArrayList<>();
    for (Path file : module.files()) {
      files.add(Sent.of(file, file.toString()));
    }
    files.add(Sent.of(request.config(), request.config().toString()));
    return new RemoteCheck(title, module, List.copyOf(files), request.withHomes(List.of()));
  }

  private static void refuseClasses(Tlc tlc, ModuleAst module, Path file) throws TlcException {
    Set<String> used = new TreeSet<>(module.extendsModules());
    module.files().forEach(each -> used.add(ModuleFile.name(each)));
    for (Path code : tlc.code(file)) {
      String name = String.valueOf(code.getFileName());
      boolean ofLibrary = tlc.libraries().stream().anyMatch(code::startsWith);
      if (!ofLibrary && used.contains(name.replaceFirst("\\.class$", ""))) {
        throw new TlcException(
            code
                + ": a Java class that replaces operators is not sent to workers; name its folder"
                + " with --library, here and at each worker");
      }
    }
  }

  /** Whether several processes can do the check together. */
  boolean isForSeveral() {
    return files.stream()
        .map(each -> each.text())
        .noneMatch(text -> OF_ONE_PROCESS.matcher(text).find());
  }

  /** The message that has it. */
  ObjectNode message(String type, long id) {
    ObjectNode message = MessageConnection.message(type).put("id", id).put("title", title);
    ArrayNode list = message.putArray("files");
    for (Sent each : files) {
      list.addObject().put("name", each.name()).put("content", each.content());
    }
    Map<String, String> numbers = new LinkedHashMap<>();
    numbers.put(request.module().toString(), number(0));
    for (int i = 0; i < files.size(); i++) {
      numbers.putIfAbsent(files.get(i).path(), number(i));
    }
    message.set("request", replaced(RecordJson.whole().write(request), numbers));
    return message;
  }

  /** A result that the other side has sent. */
  CheckResult result(JsonNode sent) {
    return RecordJson.keeping(module).read(replaced(sent, paths()), CheckResult.class);
  }

  /** A text that the other side has sent. */
  String text(String sent) {
    return replaced(sent, paths());
  }

  private Map<String, String> paths() {
    Map<String, String> paths = new LinkedHashMap<>();
    for (int i = 0; i < files.size(); i++) {
      paths.put(number(i), files.get(i).path());
    }
    return paths;
  }

  /**
   * A check as the other side has it.
   *
   * @param title what the check is called
   * @param request the check, of the files in its folder
   * @param numbers for the path of each file its number
   */
  record Unpacked(String title, CheckRequest request, Map<String, String> numbers) {

    /** A result as it is sent. */
    JsonNode result(CheckResult result) {
      return replaced(RecordJson.keeping(result.module()).write(result), numbers);
    }

    /** A text as it is sent. */
    String text(String text) {
      return replaced(text, numbers);
    }
  }

  /**
   * Writes the files of a message to a folder.
   *
   * @throws TlcException if they cannot be written, or a name is not that of a file in a folder
   */
  static Unpacked unpack(JsonNode message, Path folder) throws TlcException {
    Map<String, String> numbers = new LinkedHashMap<>();
    Map<String, String> paths = new LinkedHashMap<>();
    try {
      Path home = Files.createDirectory(folder.resolve(FOLDER));
      for (JsonNode each : message.path("files")) {
        Path file = home.resolve(each.path("name").asText()).normalize();
        if (!home.equals(file.getParent())) {
          throw new TlcException("The server sent a file with the name of a path");
        }
        Files.write(file, each.path("content").binaryValue());
        paths.put(number(numbers.size()), file.toString());
        numbers.put(file.toString(), number(numbers.size()));
      }
    } catch (IOException failure) {
      throw new TlcException(folder + ": cannot be written", failure);
    }
    return new Unpacked(
        message.path("title").asText(),
        RecordJson.whole().read(replaced(message.path("request"), paths), CheckRequest.class),
        numbers);
  }

  /** A text that no path and no message contains. */
  private static String number(int index) {
    return "\u0001" + index + "\u0001";
  }

  private static String replaced(String text, Map<String, String> by) {
    String all = text;
    for (Map.Entry<String, String> each : by.entrySet()) {
      all = all.replace(each.getKey(), each.getValue());
    }
    return all;
  }

  private static JsonNode replaced(JsonNode json, Map<String, String> by) {
    if (json.isTextual()) {
      return MessageConnection.JSON.getNodeFactory().textNode(replaced(json.textValue(), by));
    }
    if (json.isArray()) {
      ArrayNode array = MessageConnection.JSON.createArrayNode();
      json.forEach(each -> array.add(replaced(each, by)));
      return array;
    }
    if (json.isObject()) {
      ObjectNode object = MessageConnection.JSON.createObjectNode();
      json.properties().forEach(each -> object.set(each.getKey(), replaced(each.getValue(), by)));
      return object;
    }
    return json;
  }
}
