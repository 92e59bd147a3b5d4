package io.mooring.checker.mutate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A specification's modules with their texts and definitions, each module parsed when it is needed.
 *
 * <p>What an {@code INSTANCE} brings in is found in the text of the module that it instantiates.
 */
final class Modules {

  /** A definition, by the module whose text contains it. */
  record Key(String module, String name) {}

  /** The standard modules of the checker; a copy beside a specification is not part of it. */
  private static final Set<String> STANDARD =
      Set.of(
          "Bags",
          "FiniteSets",
          "Integers",
          "Json",
          "Naturals",
          "Randomization",
          "RealTime",
          "Reals",
          "Sequences",
          "TLC",
          "TLCExt",
          "Toolbox");

  private final Tlc tlc;
  private final ModuleAst root;
  private final Map<String, ModuleAst> parsed = new LinkedHashMap<>();
  private final Map<String, Path> files = new LinkedHashMap<>();
  private final Map<String, SourceText> texts = new HashMap<>();
  private final Map<Key, Definition> definitions = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  Modules(Tlc tlc, Path module) throws TlcException {
    this.tlc = tlc;
    this.root = tlc.parse(module);
    for (Path file : root.files()) {
      files.put(ModuleFile.name(file), file);
    }
    add(root);
  }

  private void add(ModuleAst ast) {
    parsed.put(ast.name(), ast);
    known.add(ast.name());
    known.addAll(ast.extendsModules());
    for (Definition each : ast.definitions()) {
      if (!(each.body() instanceof Expr.Unsupported || each.body() instanceof Expr.Instantiated)) {
        definitions.putIfAbsent(new Key(each.definedIn(), each.name()), each);
      }
    }
  }

  ModuleAst root() {
    return root;
  }

  /**
   * The modules whose text the specification is made of: the root and those that it extends, except
   * standard ones and those of libraries.
   */
  Set<String> own() {
    Set<String> own = new LinkedHashSet<>(files.keySet());
    own.removeIf(this::isOfLibrary);
    own.removeIf(name -> !name.equals(root.name()) && !root.extendsModules().contains(name));
    own.removeAll(STANDARD);
    return own;
  }

  /** {@return whether a module comes from a library, so that it is changed only on demand} */
  boolean isOfLibrary(String name) {
    return tlc.isOfLibrary(file(name), root.file());
  }

  /** All modules that were read, standard ones excluded. */
  Set<String> names() {
    return files.keySet();
  }

  Path file(String module) {
    Path file = files.get(module);
    if (file == null) {
      throw new IllegalArgumentException("No module " + module);
    }
    return file;
  }

  SourceText text(String module) throws TlcException {
    SourceText text = texts.get(module);
    if (text == null) {
      text = SourceText.read(file(module));
      texts.put(module, text);
    }
    return text;
  }

  /** Every definition that was read so far. */
  Collection<Definition> definitions() {
    return definitions.values();
  }

  /** {@return the definition that a name of the root module refers to, also through an instance} */
  Optional<Definition> definition(String name) throws TlcException {
    Optional<Definition> plain = root.definition(name);
    String module = plain.isEmpty() ? root.name() : plain.get().definedIn();
    return find(module, name);
  }

  /** The definition that a name refers to; empty for what is built in, standard, or of a LET. */
  Optional<Definition> definition(Expr.Apply apply) throws TlcException {
    return apply.kind() == Expr.Kind.DEFINED && apply.definedIn() != null
        ? find(apply.definedIn(), apply.operator())
        : Optional.empty();
  }

  /** A definition by the module and the name that refer to it. */
  Optional<Definition> find(String module, String name) throws TlcException {
    Definition found = definitions.get(new Key(module, name));
    if (found != null || !files.containsKey(module)) {
      return Optional.ofNullable(found);
    }
    int mark = name.indexOf('!');
    if (mark > 0) {
      Optional<ModuleAst.Instance> instance = instance(module, name.substring(0, mark));
      return instance.isEmpty()
          ? Optional.empty()
          : find(instance.get().module(), name.substring(mark + 1));
    }
    if (!known.contains(module)) {
      load(module);
      found = definitions.get(new Key(module, name));
      if (found != null) {
        return Optional.of(found);
      }
    }
    for (ModuleAst.Instance each : unnamed(module)) {
      Optional<Definition> instantiated = find(each.module(), name);
      if (instantiated.isPresent()) {
        return instantiated;
      }
    }
    return Optional.empty();
  }

  /**
   * The instances without a name whose definitions a module has: its own and of what it extends.
   */
  private List<ModuleAst.Instance> unnamed(String module) throws TlcException {
    List<ModuleAst.Instance> all = new ArrayList<>();
    List<String> modules = new ArrayList<>(List.of(module));
    modules.addAll(load(module).extendsModules());
    for (String each : modules) {
      if (files.containsKey(each)) {
        load(each).instances().stream().filter(one -> one.name().isEmpty()).forEach(all::add);
      }
    }
    return all;
  }

  private Optional<ModuleAst.Instance> instance(String module, String name) throws TlcException {
    return load(module).instances().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** {@return the substitutions of the instance that a name belongs to} */
  List<Expr> substitutes(Expr.Apply apply) throws TlcException {
    String module = apply.definedIn();
    if (apply.kind() != Expr.Kind.DEFINED || module == null || !files.containsKey(module)) {
      return List.of();
    }
    int mark = apply.operator().indexOf('!');
    if (mark > 0) {
      return instance(module, apply.operator().substring(0, mark))
          .map(ModuleAst.Instance::substitutes)
          .orElse(List.of());
    }
    if (definitions.containsKey(new Key(module, apply.operator()))) {
      return List.of();
    }
    for (ModuleAst.Instance each : unnamed(module)) {
      if (find(each.module(), apply.operator()).isPresent()) {
        return each.substitutes();
      }
    }
    return List.of();
  }

  /** A module parsed by itself. */
  private ModuleAst load(String module) throws TlcException {
    @Nullable ModuleAst ast = parsed.get(module);
    if (ast == null) {
      ast = tlc.parse(file(module));
      add(ast);
    }
    return ast;
  }

  /**
   * Whether the text of a module can use {@code +} and {@code -}; with {@code Integers}, below 0.
   */
  boolean calculates(String module, boolean belowZero) throws TlcException {
    List<String> extended = load(module).extendsModules();
    return extended.contains("Integers")
        || extended.contains("Reals")
        || (!belowZero && extended.contains("Naturals"));
  }

  /** The names of a module's variables. */
  Set<String> variables(String module) throws TlcException {
    Set<String> names = new LinkedHashSet<>();
    load(module).variables().forEach(each -> names.add(each.name()));
    return names;
  }
}
