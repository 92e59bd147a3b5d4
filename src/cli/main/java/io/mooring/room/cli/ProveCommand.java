package io.mooring.room.cli;

import io.mooring.checker.report.Report;
import io.mooring.checker.report.ReportedCall;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.trace.TraceText;
import io.mooring.prover.Answer;
import io.mooring.prover.Need;
import io.mooring.prover.Possible;
import io.mooring.prover.Proof;
import io.mooring.prover.ProofReport;
import io.mooring.prover.ProvenBefore;
import io.mooring.prover.model.Found;
import io.mooring.prover.model.Obligation;
import io.mooring.prover.model.Question;
import io.mooring.prover.model.Verdict;
import io.mooring.prover.translate.UntranslatableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code prove}: an inductive invariant, for all values of what has no bounds. */
@Command(
    name = "prove",
    description = {
      "Proves that an invariant is inductive and implies properties: it holds initially, every"
          + " action keeps every conjunct of it, for any number of processes, any length of a"
          + " sequence and any integer. Two solvers must agree. See src/docs/guide/prove.md."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./mooring prove --inductive Queue.tla --invariant Ind",
      "  ./mooring prove --inductive Queue.tla --invariant Ind --property TakenInOrder",
      "  ./mooring prove --inductive Queue.tla --invariant Ind --mutants"
    })
@HelpSection.In(HelpSection.CHECKED)
public class ProveCommand extends ReportingCommand {

  @Option(
      names = "--inductive",
      paramLabel = "SPEC.tla",
      description = "The specification. Its constants are what its ASSUMEs say, and no more.")
  private @Nullable Path spec;

  @Option(
      names = "--invariant",
      paramLabel = "NAME",
      description =
          "The inductive invariant. Its conjuncts x \\in S say of each variable what it is.")
  private @Nullable String invariant;

  @Option(
      names = "--property",
      paramLabel = "NAME",
      description = "What it must imply: a predicate of states, or [][A]_vars. May be repeated.")
  private List<String> properties = new ArrayList<>();

  @Option(
      names = "--specification",
      paramLabel = "NAME",
      defaultValue = "Spec",
      description = "The definition Init /\\ [][Next]_vars. Default: ${DEFAULT-VALUE}.")
  private String specification = "Spec";

  @HelpSection.In(HelpSection.EXTENT)
  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "The time that each solver has for each obligation. Default: ${DEFAULT-VALUE}.")
  private Duration timeout = Duration.ofSeconds(30);

  @HelpSection.In(HelpSection.EXTENT)
  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Ask each solver N times, with the seeds 1 to N for its random choices; the answer must"
              + " be the same. Default: ${DEFAULT-VALUE}.")
  private int seeds = 1;

  @HelpSection.In(HelpSection.EXTENT)
  @Option(
      names = "--again",
      description = "Prove everything again, also what was proven before and has not changed.")
  private boolean again;

  @HelpSection.In(HelpSection.EXTENT)
  @Option(
      names = "--needed",
      description =
          "When everything is proven, find for each conjunct of the invariant what is not proven"
              + " without it. One that is not needed is an error.")
  private boolean needed;

  @HelpSection.In(HelpSection.PROGRAMS)
  @Option(
      names = "--smt",
      paramLabel = "DIR",
      description = "Write each obligation as a file in SMT-LIB 2, for any other solver.")
  private @Nullable Path smt;

  @Mixin private final ProofMutants mutants = new ProofMutants();

  @Mixin private final TraceMixin shown = new TraceMixin();

  @Mixin private final CheckerOption checker = new CheckerOption();

  /** The command for one call. */
  public ProveCommand(Shell shell) {
    super(shell);
  }

  @Override
  Path subject() {
    return spec == null ? Path.of(".") : spec;
  }

  /** Whether the call names a specification. */
  protected final boolean namesSpecification() {
    return spec != null || invariant != null || !properties.isEmpty() || smt != null;
  }

  @Override
  public Integer call() throws Exception {
    if (spec == null || invariant == null) {
      throw new UsageException(
          (spec == null ? "--inductive" : "--invariant") + " is missing",
          "For example: mooring prove --inductive Queue.tla --invariant Ind");
    }
    if (seeds < 1) {
      throw new UsageException("--seeds must be at least 1", "For example: --seeds 5");
    }
    Path module = shell.existing(spec);
    Question question = new Question(module, specification, invariant, properties);
    try {
      return mutants.isAsked()
          ? reports.write(mutants.ask(shell, checker.tlc(shell), question, timeout, again))
          : prove(module, question);
    } catch (UntranslatableException cannot) {
      throw new TlcException(String.valueOf(cannot.getMessage()), cannot);
    }
  }

  private int prove(Path module, Question question) throws TlcException, IOException {
    long begun = System.nanoTime();
    Path memory = shell.results("prove", null, module).resolve(ModuleFile.name(module) + ".proven");
    Proof proof =
        new Proof(
            checker.tlc(shell),
            question,
            again ? ProvenBefore.nothing() : ProvenBefore.in(memory),
            timeout,
            seeds);
    List<Obligation> obligations = proof.obligations();
    if (smt != null && !write(shell.resolve(smt), obligations)) {
      return ErrorHandler.WRONG;
    }
    shell
        .interrupts()
        .lastWords(
            () ->
                shell.warn(
                    "Interrupted. What was proven until now is remembered; call it again to go"
                        + " on."));
    int[] done = {0};
    List<Answer> answers =
        proof.run(
            each ->
                shell
                    .progress()
                    .update(
                        String.format(
                            Locale.ROOT,
                            "%,d of %,d: %s",
                            ++done[0],
                            obligations.size(),
                            each.obligation())));
    shell.progress().update("what must be possible");
    List<Possible> possible = proof.possible();
    int code = code(answers, possible);
    List<Need> needs =
        needed && code == 0 ? proof.needs(each -> shell.progress().update(each)) : List.of();
    shell.progress().clear();
    print(answers, possible, question, Durations.since(begun));
    if (needed) {
      print(needs);
      code = needs.stream().anyMatch(ProveCommand::isNotNeeded) ? 1 : code;
    }
    ReportedCall call = ReportedCall.of("prove", Report.Tool.of(""), module, shell.directory());
    return reports.write(
        ProofReport.of(
            call, code, answers, possible, needs, Duration.ofNanos(System.nanoTime() - begun)));
  }

  private static int code(List<Answer> answers, List<Possible> possible) {
    return answers.stream().anyMatch(each -> each.verdict() == Verdict.REFUTED)
            || !possible.stream().allMatch(Possible::isPossible)
        ? 1
        : answers.stream().anyMatch(each -> each.verdict() == Verdict.UNKNOWN) ? 3 : 0;
  }

  private boolean write(Path folder, List<Obligation> obligations) {
    boolean written = true;
    for (int i = 0; i < obligations.size(); i++) {
      Obligation each = obligations.get(i);
      String name =
          String.format(
              Locale.ROOT,
              "%03d-%s%s.smt2",
              i + 1,
              each.action().isEmpty() ? "" : each.action() + "-",
              each.claim().name().replace('!', '-'));
      written &= shell.save(folder.resolve(name), each.query().text());
    }
    return written;
  }

  private void print(
      List<Answer> answers, List<Possible> possible, Question question, String time) {
    for (Answer each : answers) {
      if (each.verdict() != Verdict.PROVEN) {
        shell.say(
            shell.style().bad(each.verdict() == Verdict.REFUTED ? "not kept:" : "undecided:")
                + " "
                + each.obligation());
        shell.say("  " + ProofReport.words(each));
        constants(each).ifPresent(shell::say);
        if (each.counterexample() != null) {
          TraceText.lines(each.counterexample(), shown.view(shell)).forEach(shell::say);
        }
      }
    }
    for (Possible each : possible) {
      if (!each.isPossible()) {
        shell.say(shell.style().bad("never:") + " " + each.possibility());
        shell.say("  " + ProofReport.words(each));
      }
    }
    byAction(answers).forEach(shell::say);
    shell.say(
        String.format(
            Locale.ROOT,
            "possible: %,d of %,d actions, premises and sequences",
            possible.stream().filter(Possible::isPossible).count(),
            possible.size()));
    long proven = answers.stream().filter(each -> each.verdict() == Verdict.PROVEN).count();
    String figures =
        String.format(Locale.ROOT, "%,d of %,d obligations in %s", proven, answers.size(), time);
    if (proven == answers.size()) {
      shell.say(
          shell.style().good("Proven:")
              + " "
              + figures
              + ". "
              + question.invariant()
              + " is inductive"
              + (question.properties().isEmpty()
                  ? ""
                  : ", and implies " + String.join(", ", question.properties())));
    } else {
      shell.say(shell.style().bad("Not proven:") + " " + figures);
    }
  }

  /** What the constants are in a counterexample. */
  private static Optional<String> constants(Answer answer) {
    Found found = answer.found();
    return found == null || found.constants().isEmpty()
        ? Optional.empty()
        : Optional.of(
            found.constants().entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue())
                .collect(Collectors.joining(", ", "  with ", "")));
  }

  private static boolean isNotNeeded(Need need) {
    return need.kind() == Need.Kind.NOT_NEEDED;
  }

  private void print(List<Need> needs) {
    if (needs.isEmpty()) {
      shell.say("needed: not asked, as not everything is proven");
      return;
    }
    long types = 0;
    for (Need each : needs) {
      if (isNotNeeded(each)) {
        shell.say(shell.style().bad("not needed:") + " " + each.premise().claim());
      } else if (each.kind() == Need.Kind.TYPE) {
        types++;
      } else {
        shell.say(each.toString());
      }
    }
    shell.say(
        String.format(
            Locale.ROOT,
            "needed: %,d of %,d conjuncts, and %,d that say what a variable is",
            needs.size() - types - needs.stream().filter(ProveCommand::isNotNeeded).count(),
            needs.size() - types,
            types));
  }

  private static List<String> byAction(List<Answer> answers) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    int width = 0;
    for (Answer each : answers) {
      String row =
          switch (each.obligation().kind()) {
            case INITIAL, INITIAL_PROPERTY -> "initially";
            case IMPLIED -> "properties";
            case STEP, STEP_PROPERTY -> each.obligation().action();
          };
      width = Math.max(width, row.length());
      int[] count = counts.computeIfAbsent(row, name -> new int[3]);
      count[0]++;
      count[1] += each.verdict() == Verdict.PROVEN ? 1 : 0;
      count[2] += each.isRemembered() ? 1 : 0;
    }
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, int[]> each : counts.entrySet()) {
      int[] count = each.getValue();
      lines.add(
          String.format(
              Locale.ROOT,
              "%-" + width + "s  %,d of %,d proven%s",
              each.getKey(),
              count[1],
              count[0],
              count[2] == 0 ? "" : String.format(Locale.ROOT, ", %,d of them before", count[2])));
    }
    return lines;
  }
}
