package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * For whom artefacts are made: what an emitter must know beside the model.
 *
 * @param javaPackage package of the generated Java
 * @param springPackage package of the Spring Statemachine configuration; none is made if empty
 * @param source the module's path as it is cited in headers
 * @param timing the path of the timing module as it is cited in headers, if there is one
 * @param command the command that makes the artefacts again
 * @param extras what is made beside the data
 */
public record Target(
    String javaPackage,
    Optional<String> springPackage,
    String source,
    Optional<String> timing,
    String command,
    Set<Extra> extras) {

  /** Copies the set, in the order of its elements. */
  public Target {
    Set<Extra> sorted = EnumSet.noneOf(Extra.class);
    sorted.addAll(extras);
    extras = Collections.unmodifiableSet(sorted);
  }

  /** A target of the data alone. */
  public Target(
      String javaPackage,
      Optional<String> springPackage,
      String source,
      Optional<String> timing,
      String command) {
    this(javaPackage, springPackage, source, timing, command, Set.of());
  }

  /** {@return this target with more made beside the data, and a command that says so} */
  public Target with(Set<Extra> requested) {
    Target with = new Target(javaPackage, springPackage, source, timing, command, requested);
    String options =
        with.extras.stream().map(each -> " " + each.option()).collect(Collectors.joining());
    return new Target(javaPackage, springPackage, source, timing, command + options, requested);
  }

  /** Whether this is made beside the data. */
  boolean has(Extra extra) {
    return extras.contains(extra);
  }

  /** The sentence that begins every generated file, without comment signs. */
  public String header() {
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
  public static String stem(Model model) {
    return model.module().replaceAll("(?<=[a-z0-9])(?=[A-Z])|_", "-").toLowerCase(Locale.ROOT);
  }

  /** The module's name as words: {@code room connection}. */
  public static String words(Model model) {
    return stem(model).replace('-', ' ');
  }

  /** A constant's name in pascal case: {@code CONNECTING_PROXIED} is {@code ConnectingProxied}. */
  public static String pascal(String constant) {
    return Arrays.stream(constant.split("_", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
