package io.mooring.prover.mutants;

import io.mooring.prover.mutants.MutantAnswer.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers of earlier calls, one a line, so that an interrupted call can go on. An answer counts
 * as long as neither the mutant nor the question has changed.
 */
public final class AnswersBefore {

  private static final int FIELDS = 5;

  private final Path file;
  private final Map<String, List<String>> known = new HashMap<>();

  private AnswersBefore(Path file) {
    this.file = file;
  }

  /**
   * Those in a file, to which more are added.
   *
   * @param file need not exist
   * @param resume whether what it has is used; otherwise it begins empty
   * @throws IOException if it cannot be read or written
   */
  public static AnswersBefore in(Path file, boolean resume) throws IOException {
    AnswersBefore before = new AnswersBefore(file);
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (!resume) {
      Files.deleteIfExists(file);
    } else if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        List<String> fields = List.of(line.split("\t", -1));
        // The last line may have been cut off.
        if (fields.size() == FIELDS) {
          before.known.put(fields.get(0), fields);
        }
      }
    }
    return before;
  }

  Optional<MutantAnswer> of(Candidate mutant, String question) {
    return Optional.ofNullable(known.get(key(mutant, question)))
        .map(
            fields ->
                new MutantAnswer(
                    mutant,
                    Status.valueOf(fields.get(1)),
                    fields.get(2),
                    fields.get(3),
                    fields.get(4)));
  }

  synchronized void add(MutantAnswer answer, String question) {
    try {
      Files.writeString(
          file,
          String.join(
                  "\t",
                  key(answer.mutant(), question),
                  answer.status().name(),
                  answer.claim(),
                  answer.action(),
                  answer.note())
              + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(file + ": cannot be written", failure);
    }
  }

  private static String key(Candidate mutant, String question) {
    return question + mutant.digest();
  }
}
