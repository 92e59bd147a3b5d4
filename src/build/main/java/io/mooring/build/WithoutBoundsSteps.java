package io.mooring.build;

import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.prover.Answer;
import io.mooring.prover.ProvenBefore;
import io.mooring.room.cli.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The steps of a proof that are about what is proven without bounds. */
final class WithoutBoundsSteps {

  private final Shell shell;
  private final Path project;
  private final Tlc tlc;
  private final boolean write;
  private final Step step;

  /** Prints a step that is done. */
  interface Step {
    /**
     * A step is done.
     *
     * @param start when it began, by {@link System#nanoTime()}
     */
    void done(String name, boolean good, String words, long start);
  }

  /**
   * Takes no step yet.
   *
   * @param write whether to bring what is written about the proof up to date
   */
  WithoutBoundsSteps(Shell shell, Path project, Tlc tlc, boolean write, Step step) {
    this.shell = shell;
    this.project = project;
    this.tlc = tlc;
    this.write = write;
    this.step = step;
  }

  /** Takes all steps, also after one that failed. */
  Map<WithoutBounds.Subject, WithoutBounds> run() throws TlcException, IOException {
    Map<WithoutBounds.Subject, WithoutBounds> all = new EnumMap<>(WithoutBounds.Subject.class);
    all.put(WithoutBounds.Subject.CLIENT, prove("without bounds", WithoutBounds.Subject.CLIENT));
    all.put(WithoutBounds.Subject.LIVES, prove("what is restored", WithoutBounds.Subject.LIVES));
    return all;
  }

  private WithoutBounds prove(String name, WithoutBounds.Subject subject)
      throws TlcException, IOException {
    long start = System.nanoTime();
    shell.progress().update("translating what is proven without bounds");
    Path module = project.resolve(subject.module());
    Path folder = shell.results("prove", null, module);
    WithoutBounds all =
        new WithoutBounds(
            tlc,
            project,
            subject,
            ProvenBefore.in(folder.resolve(ModuleFile.name(module) + ".proven")));
    boolean isCurrent = all.isCurrent();
    if (write && !isCurrent) {
      all.write();
      shell.say(subject.index() + " is up to date now.");
      isCurrent = true;
    }
    List<String> lines = new ArrayList<>();
    List<Answer> answers =
        all.run(
            each -> {
              lines.add(WithoutBounds.line(each));
              shell.progress().update("proving " + lines.size() + " of " + all.obligations());
            });
    Path list = folder.resolve(ModuleFile.name(module) + ".txt");
    Files.createDirectories(folder);
    Files.write(list, lines, StandardCharsets.UTF_8);
    List<Answer> open = WithoutBounds.notProven(answers);
    step.done(
        name,
        open.isEmpty() && isCurrent,
        !open.isEmpty()
            ? String.format(Locale.ROOT, "%,d of %,d not proven", open.size(), answers.size())
            : isCurrent
                ? String.format(
                    Locale.ROOT, "%,d obligations, proven by two solvers", answers.size())
                : subject.index() + " is out of date",
        start);
    open.forEach(each -> details(WithoutBounds.line(each)));
    if (!isCurrent) {
      shell.say("    Run ./mooring prove --write, and read what has changed.");
    }
    if (open.isEmpty() && subject == WithoutBounds.Subject.CLIENT) {
      confirmNeeded(all);
    }
    return all;
  }

  private void details(String text) {
    shell.brief(text).lines().forEach(line -> shell.say("    " + line));
  }

  /** Each conjunct of the invariant is needed for an obligation that the tree names. */
  private void confirmNeeded(WithoutBounds all) throws IOException {
    long start = System.nanoTime();
    shell.progress().update("what each conjunct of Ind is needed for");
    List<String> wrong = all.notNeeded();
    if (write && !wrong.isEmpty()) {
      all.writeNeeded(each -> shell.progress().update(each));
      shell.say(WithoutBounds.NEEDED + " is written anew.");
      wrong = all.notNeeded();
    }
    step.done(
        "each is needed",
        wrong.isEmpty(),
        wrong.isEmpty()
            ? all.conjuncts() + " conjuncts of Ind: without it, a state breaks something"
            : WithoutBounds.NEEDED + " is wrong",
        start);
    wrong.forEach(this::details);
  }
}
