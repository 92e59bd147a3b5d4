package io.mooring.maven;

import io.mooring.checker.tlc.RefusedException;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.TooLittleMemory;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.sink.ForeignFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Does what has changed since it succeeded, and collects what the rest has found. */
final class Work {

  private final DigestCache cache;
  private final BuildLog log;
  private final boolean force;
  private final Set<String> findings = new LinkedHashSet<>();
  private int tasks;

  /**
   * The work of a goal.
   *
   * @param force whether to do also what has not changed
   */
  Work(DigestCache cache, BuildLog log, boolean force) {
    this.cache = cache;
    this.log = log;
    this.force = force;
  }

  /** One part of the work. */
  @FunctionalInterface
  interface Task {
    Result run() throws TlcException, ModelException, IOException, ForeignFileException;
  }

  /**
   * The result of a part.
   *
   * @param read the files that were read, as far as they are known
   * @param written the files that were written, and must stay as they are
   * @param findings what is wrong, with file and line; empty if nothing is
   */
  record Result(Collection<Path> read, Collection<Path> written, List<String> findings) {

    Result {
      read = List.copyOf(read);
      written = List.copyOf(written);
      findings = List.copyOf(findings);
    }
  }

  /**
   * Does a part, unless it succeeded before and nothing has changed.
   *
   * @param subject what it is about, for people
   * @param name its name in the cache
   */
  void run(String subject, String name, DigestCache.Inputs inputs, Task task)
      throws TlcException, IOException, ForeignFileException {
    tasks++;
    String file = MooringMojo.fileName(name.replace('/', '+'));
    if (!force && cache.isCurrent(file, inputs)) {
      log.line(subject + ": unchanged since it succeeded, not done again");
      return;
    }
    cache.begin(file);
    log.line(subject);
    Result result = result(task);
    if (result.findings().isEmpty()) {
      cache.succeeded(file, inputs, result.read(), result.written());
      log.succeeded();
    } else {
      findings.addAll(result.findings());
      log.failed();
    }
  }

  /** A specification that cannot be read does not keep the others from being checked. */
  private static Result result(Task task) throws TlcException, IOException, ForeignFileException {
    try {
      return task.run();
    } catch (RefusedException | TooLittleMemory notTheSpecification) {
      throw notTheSpecification;
    } catch (TlcException | ModelException wrong) {
      return new Result(List.of(), List.of(), List.of(String.valueOf(wrong.getMessage()).strip()));
    }
  }

  /** Whether there was nothing to do. */
  boolean isEmpty() {
    return tasks == 0;
  }

  /** Fails the build if something was found. */
  void end() throws FindingException {
    if (!findings.isEmpty()) {
      throw new FindingException(String.join("\n", findings));
    }
  }
}
