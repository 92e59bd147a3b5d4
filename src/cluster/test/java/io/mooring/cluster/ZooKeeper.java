package io.mooring.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** ZooKeeper as Flink brings it, in a process of its own with 64 MiB of heap. */
final class ZooKeeper implements AutoCloseable {
  private static final int CONNECT_MILLIS = 1_000;

  private final Child process;
  private final int port;

  private ZooKeeper(Child process, int port) {
    this.process = process;
    this.port = port;
  }

  static ZooKeeper start(Path folder) throws IOException {
    Files.createDirectories(folder);
    int port = Ports.free(1).get(0);
    Path settings = folder.resolve("zoo.cfg");
    Files.writeString(
        settings,
        String.join(
            "\n",
            "tickTime=500",
            "dataDir=" + folder.resolve("data"),
            "clientPort=" + port,
            "clientPortAddress=127.0.0.1",
            "admin.enableServer=false",
            "4lw.commands.whitelist=ruok",
            ""));
    Child process =
        Child.start(
            folder,
            new Child.Start(
                "zookeeper",
                // As in Flink's distribution, which has it too.
                FlinkCluster.classPath() + ":" + snappy(),
                List.of("-Xmx64m"),
                Map.of(),
                List.of(
                    "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer",
                    "--zkConfigFile",
                    settings.toString(),
                    "--peerId",
                    "1")));
    ZooKeeper zooKeeper = new ZooKeeper(process, port);
    try {
      Await.until("a ZooKeeper that answers", zooKeeper::answers, process);
      return zooKeeper;
    } catch (RuntimeException | Error failed) {
      zooKeeper.close();
      throw failed;
    }
  }

  private boolean answers() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      socket.setSoTimeout(CONNECT_MILLIS);
      socket.getOutputStream().write("ruok".getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
          .equals("imok");
    }
  }

  private static String snappy() {
    return Arrays.stream(System.getProperty("java.class.path").split(":", -1))
        .filter(each -> each.contains("snappy-java"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the broker's jars have no snappy-java"));
  }

  /** The settings of a cluster that elects its leader with it. */
  Map<String, String> settings(Path storage) {
    return Map.of(
        "high-availability.type",
        "zookeeper",
        "high-availability.zookeeper.quorum",
        "127.0.0.1:" + port,
        "high-availability.storageDir",
        storage.toUri().toString(),
        "high-availability.zookeeper.client.session-timeout",
        "8000",
        "high-availability.zookeeper.client.connection-timeout",
        "5000");
  }

  @Override
  public void close() {
    process.close();
  }
}
