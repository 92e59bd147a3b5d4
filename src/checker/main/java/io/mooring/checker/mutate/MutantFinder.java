package io.mooring.checker.mutate;

import io.mooring.checker.mutate.Proposals.Proposal;
import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists the mutants of a specification.
 *
 * <p>Only definitions that the behaviour is made of are changed, and no definition that merely
 * gives an element of an enumeration its name. The same text gives the same list.
 */
public final class MutantFinder {

  private final Modules modules;
  private final Behaviour behaviour;
  private final List<Rule> rules;
  private final Alphabets alphabets;
  private final Set<String> wanted;
  private final Map<Definition, Optional<DefinitionCopy>> forks = new HashMap<>();

  private MutantFinder(Modules modules, List<ConfigEntries> questions, List<String> wanted)
      throws TlcException {
    this.modules = modules;
    Levels levels = new Levels(modules);
    this.behaviour = Behaviour.of(modules, questions, levels);
    this.alphabets = new Alphabets(modules);
    this.wanted = wanted.isEmpty() ? modules.own() : new LinkedHashSet<>(wanted);
    Set<String> numbers = new LinkedHashSet<>();
    questions.forEach(question -> numbers.addAll(question.numbers().keySet()));
    this.rules =
        List.of(
            new FairnessRule(),
            new JunctionRule(levels),
            new ConditionRule(levels),
            new ValueRule(modules, alphabets, numbers),
            new UpdateRule(modules, levels));
  }

  /**
   * The mutants of a specification, in the order of its text.
   *
   * @param configs the configurations in which they are checked: every definition that one of them
   *     reaches is mutated
   * @param only modules whose text is changed; if there are none, the module and those it extends
   * @throws TlcException if the specification does not parse, or has no such module
   */
  public static MutantSet mutants(Tlc tlc, Path module, List<Path> configs, List<String> only)
      throws TlcException {
    Modules modules = new Modules(tlc, module);
    for (String each : only) {
      if (!modules.names().contains(each)) {
        throw new TlcException(
            String.format(
                Locale.ROOT,
                "%s: uses no module %s; it is made of %s",
                module,
                each,
                String.join(", ", modules.names())));
      }
    }
    List<ConfigEntries> questions = new ArrayList<>();
    for (Path config : configs) {
      questions.add(ConfigEntries.read(config));
    }
    return new MutantFinder(modules, questions, only).all();
  }

  private MutantSet all() throws TlcException {
    Proposals proposals = new Proposals(modules);
    List<Definition> definitions = new ArrayList<>(behaviour.sites().keySet());
    List<String> order = new ArrayList<>(modules.names());
    definitions.removeIf(alphabets::names);
    boolean some = definitions.stream().anyMatch(each -> wanted.contains(each.definedIn()));
    List<String> elsewhere =
        definitions.stream()
            .map(Definition::definedIn)
            .filter(each -> modules.names().contains(each) && !wanted.contains(each))
            .filter(each -> !some || !modules.isOfLibrary(each))
            .distinct()
            .sorted(Comparator.comparingInt(order::indexOf))
            .toList();
    definitions.removeIf(each -> !wanted.contains(each.definedIn()));
    definitions.sort(
        Comparator.comparingInt((Definition each) -> order.indexOf(each.definedIn()))
            .thenComparingInt(each -> each.span().beginLine())
            .thenComparingInt(each -> each.span().beginColumn()));
    for (Definition definition : definitions) {
      for (Site site : behaviour.sites().getOrDefault(definition, List.of())) {
        for (Rule rule : rules) {
          rule.look(site, proposals);
        }
      }
    }
    Map<String, Integer> names = new HashMap<>();
    Map<String, Mutant> mutants = new LinkedHashMap<>();
    for (Proposal proposal : proposals.all()) {
      // Two ways to the same text are one mutant: the first.
      String key = proposal.site().definition().definedIn() + result(proposal);
      if (!mutants.containsKey(key)) {
        mutants.put(key, mutant(proposal, names));
      }
    }
    return new MutantSet(modules, List.copyOf(mutants.values()), elsewhere);
  }

  /** The definition's text after the change, without its layout. */
  private String result(Proposal proposal) throws TlcException {
    Definition definition = proposal.site().definition();
    SourceText text = modules.text(definition.definedIn());
    int begin = text.begin(definition.span());
    return definition.name()
        + " "
        + changed(text, begin, text.end(definition.span()), proposal.edits()).replaceAll("\\s", "");
  }

  private Mutant mutant(Proposal proposal, Map<String, Integer> names) throws TlcException {
    Definition definition = proposal.site().definition();
    String module = definition.definedIn();
    SourceText text = modules.text(module);
    int begin = text.begin(proposal.changed().span());
    int end = text.end(proposal.changed().span());
    String original = oneLine(text.slice(begin, end));
    String replacement = oneLine(changed(text, begin, end, proposal.edits()));
    int from = text.beginOfLine(text.line(first(proposal.edits())));
    int to = text.endOfLine(text.line(Math.max(from, last(proposal.edits()) - 1)));
    Optional<DefinitionCopy> fork = fork(definition);
    boolean law = behaviour.isLaw(definition) && fork.isEmpty();
    Map<String, List<Edit>> edits =
        fork.isPresent()
            ? fork.get().apply(module, proposal.edits())
            : Map.of(module, proposal.edits());
    String name =
        String.format(
            Locale.ROOT,
            "%s:%s:%s:%s",
            module,
            definition.name(),
            proposal.operator(),
            MutantId.subject(proposal.operator(), original, replacement));
    int count = names.merge(name, 1, Integer::sum);
    return new Mutant(
        count == 1 ? name : name + "#" + count,
        proposal.operator(),
        definition.name(),
        proposal.changed().span(),
        original,
        replacement,
        text.slice(from, to).lines().toList(),
        changed(text, from, to, proposal.edits()).lines().toList(),
        law,
        edits);
  }

  private Optional<DefinitionCopy> fork(Definition definition) throws TlcException {
    Optional<DefinitionCopy> known = forks.get(definition);
    if (known == null) {
      known =
          behaviour.isLaw(definition)
              ? DefinitionCopy.of(definition, behaviour, modules)
              : Optional.empty();
      forks.put(definition, known);
    }
    return known;
  }

  private static String changed(SourceText text, int begin, int end, List<Edit> edits) {
    return SourceText.plain(
        text.slice(begin, end), edits.stream().map(edit -> edit.from(begin)).toList());
  }

  private static int first(List<Edit> edits) {
    return edits.stream().mapToInt(Edit::begin).min().orElse(0);
  }

  private static int last(List<Edit> edits) {
    return edits.stream().mapToInt(Edit::end).max().orElse(0);
  }

  static String oneLine(String text) {
    return text.replaceAll("\\\\\\*[^\\n]*", " ").replaceAll("\\s+", " ").strip();
  }
}
