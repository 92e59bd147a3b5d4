package io.mooring.build;

import io.mooring.checker.tlc.ConfigFile;
import io.mooring.checker.tlc.Digest;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.prover.Answer;
import io.mooring.prover.Proof;
import io.mooring.prover.ProofReport;
import io.mooring.prover.ProvenBefore;
import io.mooring.prover.model.Obligation;
import io.mooring.prover.model.Premise;
import io.mooring.prover.model.Question;
import io.mooring.prover.model.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is proven without bounds of the client in time, and of what another process continues from.
 *
 * <p>The texts of all queries have tens of megabytes, so the tree has an index of them, with a
 * digest of each: a change of a query, or of what is asked, changes a line of it. {@code ./mooring
 * prove --inductive ... --smt DIR} writes the texts.
 */
final class WithoutBounds {

  /** What is proven. */
  enum Subject {
    /** The client in time. */
    CLIENT("RoomReconnectProof", "obligations.txt"),
    /** What another process continues from. */
    LIVES("RoomLivesProof", "lives.txt");

    private final String module;
    private final String index;

    Subject(String module, String index) {
      this.module = module;
      this.index = index;
    }

    /** The module that it is about, in the project. */
    String module() {
      return "spec/" + module + ".tla";
    }

    /** Names what is proven. */
    String config() {
      return "spec/" + module + ".cfg";
    }

    /** The index of the queries, in the project. */
    String index() {
      return "generated/proof/" + index;
    }
  }

  /** Why each conjunct of the invariant of the client is needed, in the project. */
  static final String NEEDED = "generated/proof/needed.txt";

  private static final String NEEDED_TITLE =
      "# Generated from spec/RoomReconnectProof.tla: what each conjunct of Ind is needed for. Do not"
          + " edit; run: ./mooring prove --write";

  private static final String FOR = ": needed for ";

  /** So much that no machine is too slow; a query takes seconds at most on a quiet one. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Path project;
  private final Subject subject;
  private final Question question;
  private final Proof proof;
  private final String index;

  /**
   * Translates what is to be proven.
   *
   * @param before what was proven before, which is not asked again
   */
  WithoutBounds(Tlc tlc, Path project, Subject subject, ProvenBefore before) throws TlcException {
    this.project = project;
    this.subject = subject;
    Map<String, List<String>> named = ConfigFile.statements(project.resolve(subject.config()));
    List<String> invariants = named.getOrDefault("INVARIANTS", List.of());
    List<String> implied = new ArrayList<>(invariants.subList(1, invariants.size()));
    implied.addAll(named.getOrDefault("PROPERTIES", List.of()));
    question =
        new Question(
            project.resolve(subject.module()),
            named.getOrDefault("SPECIFICATION", List.of()).get(0),
            invariants.get(0),
            implied);
    proof = new Proof(tlc, question, before, LIMIT, /* seeds= */ 1);
    index = index(proof.obligations());
  }

  /** A line for each query. */
  private String index(List<Obligation> obligations) {
    StringBuilder all =
        new StringBuilder(
            "# Generated from "
                + subject.module()
                + ": the SHA-256 of each query, and what it asks. Do not edit; run: ./mooring prove"
                + " --write\n");
    for (Obligation each : obligations) {
      all.append(Digest.sha256(each.query().text())).append("  ").append(each).append('\n');
    }
    return all.toString();
  }

  /** How many properties must be implied. */
  int properties() {
    return question.properties().size();
  }

  /** How many queries there are. */
  int obligations() {
    return proof.obligations().size();
  }

  /** How many conjuncts the invariant has that do not only say what a variable is. */
  long conjuncts() {
    return proof.premises().stream().filter(each -> each.types().isEmpty()).count();
  }

  /** Whether the index in the tree is that of today. */
  boolean isCurrent() throws IOException {
    Path file = project.resolve(subject.index());
    return Files.exists(file) && Files.readString(file, StandardCharsets.UTF_8).equals(index);
  }

  /** Writes the index. */
  void write() throws IOException {
    Path file = project.resolve(subject.index());
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, index, StandardCharsets.UTF_8);
  }

  /**
   * The conjuncts of the invariant of which the tree does not say truly what they are needed for:
   * without them a state breaks the obligation that it names.
   */
  List<String> notNeeded() throws IOException {
    Path file = project.resolve(NEEDED);
    List<String> lines =
        Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    List<Premise> premises = proof.premises();
    if (lines.size() != premises.size() + 1 || !lines.get(0).equals(NEEDED_TITLE)) {
      return List.of(NEEDED + " has other conjuncts");
    }
    List<String> wrong = new ArrayList<>();
    List<String> by = new ArrayList<>();
    for (int i = 0; i < premises.size(); i++) {
      Premise premise = premises.get(i);
      String line = lines.get(i + 1);
      String begin = premise.claim() + (premise.types().isEmpty() ? FOR : ": says what ");
      if (!line.startsWith(begin)) {
        wrong.add(premise.claim() + ", of which " + NEEDED + " says: " + line);
      }
      by.add(line.substring(Math.min(line.length(), begin.length())));
    }
    if (wrong.isEmpty()) {
      proof.unconfirmed(by).forEach(each -> wrong.add(each.claim().toString()));
    }
    return wrong;
  }

  /** Finds what each conjunct is needed for, and writes it; everything must have been proven. */
  void writeNeeded(Consumer<String> progress) throws IOException {
    StringBuilder all = new StringBuilder(NEEDED_TITLE + "\n");
    proof.needs(progress).forEach(each -> all.append(each).append('\n'));
    Files.writeString(project.resolve(NEEDED), all.toString(), StandardCharsets.UTF_8);
  }

  /** Asks for every obligation; each answer is reported as soon as it is there. */
  List<Answer> run(Consumer<Answer> reported) {
    return proof.run(reported);
  }

  /** What the solvers say of an obligation, and how long each took, in one line. */
  static String line(Answer answer) {
    StringBuilder line = new StringBuilder(ProofReport.words(answer));
    for (Answer.Opinion each : answer.opinions()) {
      line.append("  ").append(each.time().toMillis()).append(" ms");
    }
    return line.append("  ").append(answer.obligation()).toString();
  }

  /** Those that are not proven. */
  static List<Answer> notProven(List<Answer> answers) {
    return answers.stream().filter(each -> each.verdict() != Verdict.PROVEN).toList();
  }
}
