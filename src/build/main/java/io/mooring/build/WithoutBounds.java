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
 * What is proven of the client in time without bounds.
 *
 * <p>The texts of all queries have tens of megabytes, so the tree has an index of them, with a
 * digest of each: a change of a query, or of what is asked, changes a line of it. {@code ./mooring
 * prove --inductive ... --smt DIR} writes the texts.
 */
final class WithoutBounds {

  /** The index of the queries, in the project. */
  static final String INDEX = "generated/proof/obligations.txt";

  /** What is proven is about this module. */
  static final String MODULE = "spec/RoomReconnectProof.tla";

  /** Names what is proven. */
  static final String CONFIG = "spec/RoomReconnectProof.cfg";

  /** So much that no machine is too slow; a query takes seconds at most on a quiet one. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Path project;
  private final Question question;
  private final Proof proof;
  private final String index;

  /**
   * Translates what is to be proven.
   *
   * @param before what was proven before, which is not asked again
   */
  WithoutBounds(Tlc tlc, Path project, ProvenBefore before) throws TlcException {
    this.project = project;
    Map<String, List<String>> named = ConfigFile.statements(project.resolve(CONFIG));
    List<String> invariants = named.getOrDefault("INVARIANTS", List.of());
    List<String> implied = new ArrayList<>(invariants.subList(1, invariants.size()));
    implied.addAll(named.getOrDefault("PROPERTIES", List.of()));
    question =
        new Question(
            project.resolve(MODULE),
            named.getOrDefault("SPECIFICATION", List.of()).get(0),
            invariants.get(0),
            implied);
    proof = new Proof(tlc, question, before, LIMIT, /* seeds= */ 1);
    index = index(proof.obligations());
  }

  /** A line for each query. */
  private static String index(List<Obligation> obligations) {
    StringBuilder all =
        new StringBuilder(
            "# Generated from spec/RoomReconnectProof.tla: the SHA-256 of each query, and what it"
                + " asks. Do not edit; run: ./mooring prove --write\n");
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

  /** Whether the index in the tree is that of today. */
  boolean isCurrent() throws IOException {
    Path file = project.resolve(INDEX);
    return Files.exists(file) && Files.readString(file, StandardCharsets.UTF_8).equals(index);
  }

  /** Writes the index. */
  void write() throws IOException {
    Path file = project.resolve(INDEX);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, index, StandardCharsets.UTF_8);
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
