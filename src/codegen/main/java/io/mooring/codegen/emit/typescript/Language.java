package io.mooring.codegen.emit.typescript;

import java.util.regex.Pattern;

/** The language of a module: one text, with its types or without them. */
public enum Language {
  /** With types; for a compiler in its strictest settings. */
  TYPESCRIPT,
  /** Without types: what the compiler would make of it, as a module of ECMAScript 2022. */
  JAVASCRIPT;

  private static final Pattern TYPED = Pattern.compile("«([^»]*)»");

  /** A text in this language: what stands between « and » is TypeScript alone. */
  String of(String text) {
    return TYPED.matcher(text).replaceAll(this == TYPESCRIPT ? "$1" : "");
  }

  /** A type with the signs around it, which JavaScript does not have. */
  String types(String text) {
    return this == TYPESCRIPT ? text : "";
  }
}
