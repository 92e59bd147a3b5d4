package io.mooring.prover.mutants;

import io.mooring.checker.tlc.Digest;
import io.mooring.checker.tlc.PrivateFolder;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.prover.confirm.Confirmation;
import io.mooring.prover.confirm.ModelChecker;
import io.mooring.prover.model.ContradictionException;
import io.mooring.prover.model.Found;
import io.mooring.prover.model.Obligation;
import io.mooring.prover.model.Question;
import io.mooring.prover.mutants.MutantAnswer.Status;
import io.mooring.prover.smt.Query;
import io.mooring.prover.solver.Agreement;
import io.mooring.prover.translate.ProvenQueries;
import io.mooring.prover.translate.SmallSearch;
import io.mooring.prover.translate.UntranslatableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Asks the obligations of a proof again of mutants of its specification. A mutant is killed by a
 * state or step alone that breaks an obligation and that the model checker confirms; a solver that
 * gives up kills nothing.
 */
public final class MutantSearch {

  /** The lengths and sizes up to which states are searched for, one after the other. */
  private static final List<Integer> LENGTHS = List.of(2, 3);

  /** How long the solver has for each query at first: most of what can be found is found soon. */
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final Tlc tlc;

  /** Another one than before, if the same mutant may have another answer. */
  private static final String TRANSLATION = "open values";

  private final Question question;
  private final AnswersBefore before;
  private final Duration limit;
  private final SmallSearch original;
  private final ProvenQueries proven = new ProvenQueries();
  private final ProvenQueries provenSmall = new ProvenQueries();
  private final String digest;

  /**
   * A search in mutants of one specification.
   *
   * @param question what is proven of the specification
   * @param before the answers of earlier calls
   * @param limit the time that the solver has for each query
   * @throws TlcException if the specification cannot be read
   */
  public MutantSearch(Tlc tlc, Question question, AnswersBefore before, Duration limit)
      throws TlcException {
    List<Path> libraries = new ArrayList<>();
    libraries.add(question.module().toAbsolutePath().normalize().resolveSibling(""));
    libraries.addAll(tlc.libraries());
    this.tlc = tlc.withLibraries(libraries);
    this.question = question;
    this.before = before;
    this.limit = limit;
    this.original = new SmallSearch(this.tlc, question, provenSmall);
    this.digest = digest();
  }

  /** Changes whenever an answer may. */
  private String digest() throws TlcException {
    StringBuilder all = new StringBuilder(TRANSLATION).append(question.specification());
    all.append(question.invariant()).append(question.properties()).append(LENGTHS).append(limit);
    for (Path each : original.files()) {
      try {
        all.append(each.getFileName()).append(Files.readString(each, StandardCharsets.UTF_8));
      } catch (IOException failure) {
        throw new TlcException(each + ": cannot be read", failure);
      }
    }
    return Digest.sha256(all.toString());
  }

  /** Asks all of them; each answer is reported as soon as it is there and those before it are. */
  public List<MutantAnswer> run(List<Candidate> mutants, Consumer<MutantAnswer> reported) {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), MutantSearch::backgroundThread);
    try {
      List<Future<MutantAnswer>> asked = new ArrayList<>();
      for (Candidate each : mutants) {
        asked.add(workers.submit(() -> answer(each)));
      }
      List<MutantAnswer> all = new ArrayList<>();
      for (Future<MutantAnswer> each : asked) {
        MutantAnswer answer = each.get();
        reported.accept(answer);
        all.add(answer);
      }
      return all;
    } catch (ExecutionException failure) {
      Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
      if (cause instanceof ContradictionException contradiction) {
        throw contradiction;
      }
      throw new IllegalStateException(cause.getMessage(), cause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the search was interrupted", stopped);
    } finally {
      workers.shutdownNow();
    }
  }

  private static Thread backgroundThread(Runnable work) {
    Thread thread = new Thread(work, "mooring-mutants");
    thread.setDaemon(true);
    return thread;
  }

  private MutantAnswer answer(Candidate mutant) throws TlcException {
    MutantAnswer known = before.of(mutant, digest).orElse(null);
    if (known != null) {
      return known;
    }
    try (PrivateFolder folder = PrivateFolder.create()) {
      // Not in the folder itself: modules are also looked for in the folder above.
      MutantAnswer answer = asked(mutant, folder.path().resolve("mutant"));
      before.add(answer, digest);
      return answer;
    }
  }

  private MutantAnswer asked(Candidate mutant, Path folder) throws TlcException {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> each : mutant.texts().entrySet()) {
        Files.writeString(
            folder.resolve(each.getKey() + ".tla"), each.getValue(), StandardCharsets.UTF_8);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(folder + ": cannot be written", failure);
    }
    Question same =
        new Question(
            folder.resolve(mutant.module() + ".tla"),
            question.specification(),
            question.invariant(),
            question.properties(),
            mutant.replaced());
    try {
      return searched(mutant, same);
    } catch (UntranslatableException | TlcException unreadable) {
      return MutantAnswer.alive(
          mutant,
          Status.UNREADABLE,
          String.valueOf(unreadable.getMessage()).replace(folder + java.io.File.separator, ""));
    }
  }

  private MutantAnswer searched(Candidate mutant, Question same) throws TlcException {
    SmallSearch search = new SmallSearch(tlc, same, provenSmall);
    Set<String> changed;
    synchronized (original) {
      changed = search.changedFrom(original);
    }
    Seen seen = new Seen(new ModelChecker(tlc, same.module(), same.replaced()), mutant.id());
    Duration moment = limit.compareTo(MOMENT) < 0 ? limit : MOMENT;
    SmallSearch.Result result =
        search.search(changed, each -> true, LENGTHS.get(0), seen::isConfirmed, moment);
    if (result.found() == null && result.asked() == 0) {
      return MutantAnswer.alive(mutant, Status.UNTOUCHED, "");
    }
    // What is proven for all lengths is not looked for in any.
    Set<String> unproven =
        result.found() != null ? Set.of() : search.unproven(changed, this::isProven);
    Iterator<Integer> lengths = LENGTHS.iterator();
    while (result.found() == null && !unproven.isEmpty() && lengths.hasNext()) {
      result = search.search(changed, unproven::contains, lengths.next(), seen::isConfirmed, limit);
    }
    if (result.found() != null) {
      return killed(mutant, result.found());
    }
    if (!seen.unconfirmed.isEmpty()) {
      return MutantAnswer.alive(
          mutant, Status.UNCONFIRMED, String.join("; ", new LinkedHashSet<>(seen.unconfirmed)));
    }
    if (unproven.isEmpty()) {
      return MutantAnswer.alive(mutant, Status.PROVEN, "");
    }
    return result.undecided().isEmpty()
        ? MutantAnswer.alive(mutant, Status.KEPT, "")
        : MutantAnswer.alive(mutant, Status.UNDECIDED, String.join(", ", result.undecided()));
  }

  /** Whether both solvers prove an obligation. */
  private boolean isProven(Obligation obligation) {
    Query query = obligation.query();
    if (proven.contains(query)) {
      return true;
    }
    boolean isProven = Agreement.isProven(query, limit);
    if (isProven) {
      proven.add(query);
    }
    return isProven;
  }

  private static MutantAnswer killed(Candidate mutant, Found found) {
    String action = found.trace().steps().size() == 1 ? "" : found.trace().steps().get(1).action();
    return new MutantAnswer(mutant, Status.KILLED, found.broken().name(), action, "");
  }

  /** What the model checker says of what was found in one mutant. */
  private static final class Seen {

    private final ModelChecker modelChecker;
    private final String id;
    private final List<String> unconfirmed = new ArrayList<>();

    Seen(ModelChecker modelChecker, String id) {
      this.modelChecker = modelChecker;
      this.id = id;
    }

    boolean isConfirmed(Found found) {
      Confirmation confirmation;
      try {
        confirmation = modelChecker.of(found, id + ": " + found.broken());
      } catch (TlcException failure) {
        confirmation = Confirmation.without(String.valueOf(failure.getMessage()));
      }
      if (!confirmation.isConfirmed()) {
        unconfirmed.add(found.broken() + ": " + confirmation.why());
      }
      return confirmation.isConfirmed();
    }
  }
}
