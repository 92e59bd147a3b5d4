package io.mooring.checker.distributed;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.checker.tlc.Checking;
import io.mooring.checker.tlc.RefusedException;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does the checks of one server: as a whole with the checker of this process, or together with
 * other workers in a process of its own. Files are written to private folders alone, which are gone
 * afterwards.
 *
 * <p>One thread runs it; any thread may {@linkplain #close() end} it.
 */
public final class Worker implements AutoCloseable {

  private static final long BETWEEN_ATTEMPTS_NANOS = 500_000_000L;

  /** How a run ended for the worker. */
  public enum End {
    /** The server has what it wanted. */
    DONE,
    /** The connection was lost, so it is not known whether the run is over. */
    LOST,
    /** It was closed from this side. */
    CLOSED
  }

  private final Tlc tlc;
  private final Checking checking;
  private final Identity identity;
  private final WorkerOptions options;
  private final Consumer<String> events;
  private final Map<Long, Task> tasks = new ConcurrentHashMap<>();
  private volatile @Nullable MessageConnection connection;
  private volatile boolean closed;

  /**
   * A worker.
   *
   * @param tlc the checker that it uses; the server must have the same
   * @param events receives a line for what it does; on several threads
   * @throws TlcException if the files of the checker cannot be read
   */
  public Worker(Tlc tlc, WorkerOptions options, Consumer<String> events) throws TlcException {
    this(tlc, tlc, Identity.of(tlc), options, events);
  }

  Worker(
      Tlc tlc,
      Checking checking,
      Identity identity,
      WorkerOptions options,
      Consumer<String> events) {
    this.tlc = tlc;
    this.checking = checking;
    this.identity = identity;
    this.options = options;
    this.events = events;
  }

  /**
   * Waits for the server, joins it, and does checks until the run is over.
   *
   * @throws RefusedException if the server does not want it; the message says why
   */
  public End run() throws TlcException {
    Socket socket = connect();
    if (socket == null) {
      return End.CLOSED;
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(
            options.atOnce(), task -> WorkerAcceptor.daemon(task, "mooring-worker-check"));
    Timer clock = null;
    try (MessageConnection open = new MessageConnection(socket)) {
      connection = open;
      String name =
          Handshake.join(
              open,
              new Handshake.Introduction(identity, options.atOnce(), options.processors()),
              options.secret());
      events.accept("joined " + Addresses.text(options.server()) + " as " + name);
      clock = MessageConnection.alive(() -> open.trySend(MessageConnection.message("alive")));
      return receive(open, pool);
    } catch (Handshake.Refused refused) {
      throw new RefusedException("the server refuses this worker: " + refused.getMessage(), "");
    } catch (IOException gone) {
      return closed ? End.CLOSED : End.LOST;
    } finally {
      if (clock != null) {
        clock.cancel();
      }
      tasks.values().forEach(Task::stop);
      end(pool);
    }
  }

  /** Waits until the checks that were stopped have ended. */
  private static void end(ExecutorService pool) {
    pool.shutdownNow();
    try {
      if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
        // It is left to itself, on a thread that does not keep the process alive.
        return;
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Socket connect() {
    boolean waiting = false;
    while (!closed && !Thread.currentThread().isInterrupted()) {
      try {
        return new Socket(options.server().getAddress(), options.server().getPort());
      } catch (IOException notYet) {
        if (!waiting) {
          waiting = true;
          events.accept("waits for a server on " + Addresses.text(options.server()));
        }
        LockSupport.parkNanos(BETWEEN_ATTEMPTS_NANOS);
      }
    }
    return null;
  }

  private End receive(MessageConnection open, ExecutorService pool) throws IOException {
    while (true) {
      JsonNode message = open.receive();
      long id = message.path("id").asLong(-1);
      switch (MessageConnection.type(message)) {
        case "question" -> start(new WholeTask(checking, open, id, message, events), pool);
        case "join" -> start(new SharedTask(tlc, open, id, message, options, events), pool);
        case "stop" -> {
          Task task = tasks.get(id);
          if (task != null) {
            task.stop();
          }
        }
        case "bye" -> {
          return End.DONE;
        }
        default -> {
          // A sign of life.
        }
      }
    }
  }

  private void start(Task task, ExecutorService pool) {
    tasks.put(task.id(), task);
    pool.execute(
        () -> {
          try {
            task.run();
          } finally {
            tasks.remove(task.id());
          }
        });
  }

  /** Ends the run, and the processes that belong to it. */
  @Override
  public void close() {
    closed = true;
    tasks.values().forEach(Task::stop);
    MessageConnection open = connection;
    if (open != null) {
      open.close();
    }
  }

  /** What the server has asked for. */
  interface Task extends Runnable {
    /** Its number in the run. */
    long id();

    /** Ends it early. */
    void stop();
  }
}
