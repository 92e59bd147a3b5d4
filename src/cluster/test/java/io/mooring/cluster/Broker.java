package io.mooring.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A broker of Kafka in KRaft mode, in a process of its own with 256 MiB of heap. */
final class Broker implements AutoCloseable {
  private static final String CLUSTER = "4L6g3nShT-eMCtK--X86sw";

  private final Path folder;
  private final int port;
  private Child process;

  private Broker(Path folder, int port, Child process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Starts one with its data in a folder. */
  static Broker start(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    List<Integer> ports = Ports.free(2);
    int port = ports.get(0);
    Files.writeString(
        folder.resolve("server.properties"),
        String.join(
            "\n",
            "process.roles=broker,controller",
            "node.id=1",
            "controller.quorum.voters=1@127.0.0.1:" + ports.get(1),
            "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + ports.get(1),
            "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
            "controller.listener.names=CONTROLLER",
            "log.dirs=" + folder.resolve("data"),
            "log.cleaner.dedupe.buffer.size=4194304",
            "auto.create.topics.enable=false",
            "offsets.topic.replication.factor=1",
            "offsets.topic.num.partitions=1",
            "transaction.state.log.replication.factor=1",
            "transaction.state.log.min.isr=1",
            "transaction.state.log.num.partitions=2",
            "group.initial.rebalance.delay.ms=0",
            ""));
    try (Child format =
        java(
            folder,
            "format",
            "64m",
            "kafka.tools.StorageTool",
            "format",
            "-t",
            CLUSTER,
            "-c",
            folder.resolve("server.properties").toString())) {
      if (format.end(Duration.ofMinutes(1)) != 0) {
        throw new AssertionError("the broker's folder is not made; " + format.said());
      }
    }
    return new Broker(folder, port, run(folder));
  }

  private static Child java(Path folder, String name, String heap, String... command)
      throws IOException {
    return Child.start(
        folder,
        new Child.Start(
            name,
            System.getProperty("java.class.path"),
            List.of("-Xmx" + heap),
            Map.of(),
            List.of(command)));
  }

  private static Child run(Path folder) throws IOException {
    return java(
        folder, "broker", "256m", "kafka.Kafka", folder.resolve("server.properties").toString());
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  Child process() {
    return process;
  }

  void stop() throws InterruptedException {
    process.stop();
  }

  /** Starts it again, with its address and its data. */
  void again() throws IOException {
    process = run(folder);
  }

  @Override
  public void close() {
    process.close();
  }
}
