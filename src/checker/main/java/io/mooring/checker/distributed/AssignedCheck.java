package io.mooring.checker.distributed;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A whole check that one worker does.
 *
 * @param id its number in the run
 * @param check what is sent
 * @param progress receives how far it has come
 */
record AssignedCheck(long id, RemoteCheck check, CheckProgress progress) {

  /** The worker was lost before it answered. */
  static final class Lost extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Asks a worker, and waits for its answer.
   *
   * @throws Lost if the worker is gone: then nothing is known
   * @throws TlcException if the worker cannot do the check, for a reason that lies in the check
   */
  CheckResult ask(RemoteWorker worker) throws Lost, TlcException {
    BlockingQueue<JsonNode> queue = new LinkedBlockingQueue<>();
    worker.open(id, check.title(), queue);
    boolean answered = false;
    try {
      worker.send(check.message("question", id));
      CheckResult result = result(worker, queue);
      answered = true;
      return result;
    } catch (IOException gone) {
      worker.connection().close();
      throw new Lost();
    } catch (InterruptedException interrupt) {
      worker.trySend(MessageConnection.message("stop").put("id", id));
      Thread.currentThread().interrupt();
      throw new TlcException("The check was interrupted", interrupt);
    } finally {
      worker.close(id, answered);
    }
  }

  private CheckResult result(RemoteWorker worker, BlockingQueue<JsonNode> queue)
      throws Lost, TlcException, InterruptedException {
    boolean stopping = false;
    while (true) {
      JsonNode message = queue.take();
      switch (MessageConnection.type(message)) {
        case RemoteWorker.LOST -> throw new Lost();
        case "result" -> {
          return read(worker, message.path("result"));
        }
        case "refused" -> throw new TlcException(check.text(message.path("message").asText()));
        case "progress" -> {
          if (reported(message) && !stopping) {
            stopping = true;
            worker.trySend(MessageConnection.message("stop").put("id", id));
          }
        }
        default -> {
          // A newer worker's message, which it may send and which need not be known.
        }
      }
    }
  }

  private CheckResult read(RemoteWorker worker, JsonNode result) throws TlcException {
    try {
      return check.result(result);
    } catch (IllegalArgumentException unreadable) {
      throw new TlcException(
          worker.name() + " sent a result that cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
  }

  /** Passes on how far it is; whether that is enough. */
  private boolean reported(JsonNode message) {
    if (message.has("behaviours")) {
      progress.simulated(message.path("behaviours").asLong(), message.path("steps").asLong());
      return false;
    }
    long distinct = message.path("distinct").asLong();
    progress.update(distinct, message.path("generated").asLong(), message.path("queued").asLong());
    return progress.enough(distinct);
  }
}
