package io.mooring.checker.distributed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.Checking;
import io.mooring.checker.tlc.PrivateFolder;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.TooLittleMemory;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A whole check that a server has handed out. */
final class WholeTask implements Worker.Task, CheckProgress {

  private final Checking checking;
  private final MessageConnection connection;
  private final long id;
  private final JsonNode message;
  private final Consumer<String> events;
  private final AtomicBoolean stopped = new AtomicBoolean();

  WholeTask(
      Checking checking,
      MessageConnection connection,
      long id,
      JsonNode message,
      Consumer<String> events) {
    this.checking = checking;
    this.connection = connection;
    this.id = id;
    this.message = message;
    this.events = events;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public void stop() {
    stopped.set(true);
  }

  @Override
  public void run() {
    String title = title();
    if (stopped.get()) {
      return;
    }
    events.accept("checks " + title);
    try (PrivateFolder folder = PrivateFolder.create()) {
      RemoteCheck.Unpacked check = RemoteCheck.unpack(message, folder.path());
      ObjectNode answer = answer(check);
      connection.send(answer.put("id", id));
      events.accept(
          (MessageConnection.type(answer).equals("result") ? "has checked " : "could not check ")
              + title);
    } catch (IOException gone) {
      // The server asks another worker, or is gone itself.
      connection.close();
    } catch (TlcException | IllegalArgumentException broken) {
      connection.trySend(refusal(String.valueOf(broken.getMessage())).put("id", id));
    }
  }

  private ObjectNode answer(RemoteCheck.Unpacked check) {
    try {
      CheckResult result = checking.check(check.request(), this);
      ObjectNode answer = MessageConnection.message("result");
      answer.set("result", check.result(result));
      return answer;
    } catch (TooLittleMemory here) {
      return refusal("at a worker " + check.text(String.valueOf(here.getMessage())));
    } catch (TlcException refused) {
      return refusal(check.text(String.valueOf(refused.getMessage())));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      return refusal(check.text(title() + ": the check failed at a worker: " + failure));
    }
  }

  private String title() {
    return message.path("title").asText();
  }

  private static ObjectNode refusal(String why) {
    return MessageConnection.message("refused").put("message", why);
  }

  @Override
  public void update(long distinctStates, long generatedStates, long queuedStates) {
    report(
        MessageConnection.message("progress")
            .put("distinct", distinctStates)
            .put("generated", generatedStates)
            .put("queued", queuedStates));
  }

  @Override
  public void simulated(long behaviours, long steps) {
    report(MessageConnection.message("progress").put("behaviours", behaviours).put("steps", steps));
  }

  private void report(ObjectNode progress) {
    try {
      connection.send(progress.put("id", id));
    } catch (IOException gone) {
      stopped.set(true);
    }
  }

  @Override
  public boolean enough(long distinctStates) {
    return stopped.get();
  }
}
