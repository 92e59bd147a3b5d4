package io.mooring.checker.distributed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.SharedCheck;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The process of one part of a check that several processes do together. It is started in its
 * private folder, which has its files and a description of what it is to do.
 */
public final class SharedProcess {

  /** The description of what it is to do, in its folder. */
  static final String SETUP = "setup.json";

  private SharedProcess() {}

  /**
   * Does its part and ends.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Lines lines = new Lines(System.out);
    // The checker prints, too; what it says is known by other means.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    WorkerAcceptor.daemon(SharedProcess::endWithParent, "mooring-shared-parent").start();
    try {
      Path folder = Path.of("").toAbsolutePath();
      run(MessageConnection.JSON.readTree(folder.resolve(SETUP).toFile()), folder, lines);
    } catch (Throwable failure) {
      // Of whatever kind: nothing is known, and the check is done elsewhere.
      lines.print(MessageConnection.message("failed").put("reason", String.valueOf(failure)));
    }
    Runtime.getRuntime().halt(0);
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever sent; only its end counts.
      }
    } catch (IOException gone) {
      // The same.
    }
    Runtime.getRuntime().halt(1);
  }

  private static void run(JsonNode setup, Path folder, Lines lines) throws Exception {
    CheckRequest request = RecordJson.whole().read(setup.path("request"), CheckRequest.class);
    SharedCheck check =
        new SharedCheck(
            request,
            folder,
            new SharedCheck.Place(
                InetAddress.getByName(setup.path("bind").asText()), addresses(setup)));
    if (setup.path("role").asText().equals("serve")) {
      Optional<CheckResult> result =
          check.serve(
              (port, seen) ->
                  lines.print(
                      MessageConnection.message("ready").put("port", port).put("seen", seen)),
              lines);
      if (result.isEmpty()) {
        lines.print(MessageConnection.message("failed").put("reason", check.reason()));
      } else {
        ObjectNode message = MessageConnection.message("result");
        message.set("result", RecordJson.keeping(result.get().module()).write(result.get()));
        lines.print(message);
      }
    } else {
      check.work(
          setup.path("host").asText(),
          setup.path("port").asInt(),
          setup.path("seen").asInt(),
          setup.path("threads").asInt());
    }
  }

  private static List<InetAddress> addresses(JsonNode setup) throws IOException {
    List<InetAddress> all = new ArrayList<>();
    for (JsonNode each : setup.path("allowed")) {
      all.add(InetAddress.getByName(each.asText()));
    }
    return all;
  }

  /**
   * Prints messages, one on a line.
   *
   * @param out where to
   */
  private record Lines(PrintStream out) implements CheckProgress {

    synchronized void print(ObjectNode message) {
      byte[] line = (message + "\n").getBytes(StandardCharsets.UTF_8);
      out.write(line, 0, line.length);
      out.flush();
    }

    @Override
    public void update(long distinctStates, long generatedStates, long queuedStates) {
      print(
          MessageConnection.message("progress")
              .put("distinct", distinctStates)
              .put("generated", generatedStates)
              .put("queued", queuedStates));
    }
  }
}
