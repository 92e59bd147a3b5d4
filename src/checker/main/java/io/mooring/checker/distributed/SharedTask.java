package io.mooring.checker.distributed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.PrivateFolder;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A worker's part of a check that all workers do together: a process of its own. */
final class SharedTask implements Worker.Task {

  private final Tlc tlc;
  private final MessageConnection connection;
  private final long id;
  private final JsonNode message;
  private final WorkerOptions options;
  private final Consumer<String> events;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile String reason = "";

  SharedTask(
      Tlc tlc,
      MessageConnection connection,
      long id,
      JsonNode message,
      WorkerOptions options,
      Consumer<String> events) {
    this.tlc = tlc;
    this.connection = connection;
    this.id = id;
    this.message = message;
    this.options = options;
    this.events = events;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public void stop() {
    over.countDown();
  }

  @Override
  public void run() {
    events.accept("checks a part of " + message.path("title").asText());
    try (PrivateFolder folder = PrivateFolder.create()) {
      RemoteCheck.Unpacked check = RemoteCheck.unpack(message, folder.path());
      String own = connection.own().getHostAddress();
      ChildProcess child =
          ChildProcess.start(tlc, folder.path(), setup(check, own), own, this::line);
      try {
        over.await();
      } finally {
        child.close();
      }
      if (!reason.isEmpty()) {
        lost(check.text(reason));
      }
    } catch (TlcException | IllegalArgumentException broken) {
      lost(String.valueOf(broken.getMessage()));
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  private ObjectNode setup(RemoteCheck.Unpacked check, String own) {
    String server = connection.other().getHostAddress();
    ObjectNode setup =
        MessageConnection.message("setup")
            .put("role", "work")
            .put("bind", own)
            .put("host", server)
            .put("port", message.path("port").asInt())
            .put("seen", message.path("seen").asInt())
            .put("threads", options.processors());
    setup.putArray("allowed").add(server).add(own);
    setup.set("request", RecordJson.whole().write(check.request()));
    return setup;
  }

  /** What the process prints: it says something only if it has failed. */
  private void line(JsonNode line) {
    if (over.getCount() > 0 && !MessageConnection.type(line).equals("printed")) {
      reason = line.path("reason").asText();
      over.countDown();
    }
  }

  private void lost(String why) {
    connection.trySend(
        MessageConnection.message(RemoteWorker.LOST).put("id", id).put("reason", why));
  }
}
