package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * For whom artefacts are made: what an emitter must know beside the model.
 *
 * @param javaPackage package of the generated Java
 * @param springPackage package of the Spring Statemachine configuration; none is made if empty
 * @param source the module's path as it is cited in headers
 * @param timing the path of the timing module as it is cited in headers, if there is one
 * @param command the command that makes the artefacts again
 */
public record Target(
    String javaPackage,
    Optional<String> springPackage,
    String source,
    Optional<String> timing,
    String command) {

  /** The sentence that begins every generated file, without comment signs. */
  String header() {
    return header(source, command);
  }

  /** The same sentence for a file that is made of the timing module. */
  String timingHeader() {
    return header(timing.orElseThrow(), command);
  }

  static String header(String from, String command) {
    return "Generated from " + from + " by mooring-codegen. Do not edit; run: " + command;
  }

  /** The path of a class of the specification's package. */
  String javaFile(String className) {
    return "java/" + javaPackage.replace('.', '/') + "/" + className + ".java";
  }

  /** The path of a class of the Spring package. */
  String springFile(String className) {
    return "spring/" + springPackage.orElseThrow().replace('.', '/') + "/" + className + ".java";
  }

  /** The module's name in kebab case: {@code room-connection}. */
  static String stem(Model model) {
    return model.module().replaceAll("(?<=[a-z0-9])(?=[A-Z])|_", "-").toLowerCase(Locale.ROOT);
  }

  /** The module's name as words: {@code room connection}. */
  static String words(Model model) {
    return stem(model).replace('-', ' ');
  }

  /** A constant's name in pascal case: {@code CONNECTING_PROXIED} is {@code ConnectingProxied}. */
  static String pascal(String constant) {
    return Arrays.stream(constant.split("_", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
