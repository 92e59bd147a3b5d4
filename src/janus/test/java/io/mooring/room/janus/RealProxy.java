package io.mooring.room.janus;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A real HTTP proxy on loopback, that asks for credentials. */
final class RealProxy implements Closeable {
  static final String USER = "mooring";
  static final String PASSWORD = "proxy-5d1c77";
  private static final Duration START = Duration.ofSeconds(60);

  private final Path folder = Files.createTempDirectory("mooring-proxy");
  private final int port = Programs.freePort();
  private Process process;

  private RealProxy() throws IOException {
    Files.writeString(
        folder.resolve("tinyproxy.conf"),
        String.format(
            Locale.ROOT,
            """
        Port %d
        Listen 127.0.0.1
        Timeout 600
        MaxClients 50
        LogLevel Connect
        LogFile "%s"
        BasicAuth %s %s
        """,
            port,
            folder.resolve("proxy.log"),
            USER,
            PASSWORD));
    process = launch();
  }

  static RealProxy start() throws IOException {
    return new RealProxy();
  }

  private Process launch() throws IOException {
    Path log = folder.resolve("out.log");
    Process started =
        Programs.start(
            log, List.of("tinyproxy", "-d", "-c", folder.resolve("tinyproxy.conf").toString()));
    Programs.awaitPort(started, port, START, log);
    return started;
  }

  int port() {
    return port;
  }

  /** How many tunnels it has built. */
  long connections() throws IOException {
    return Files.readString(folder.resolve("proxy.log"))
        .lines()
        .filter(line -> line.contains("Request") && line.contains("CONNECT"))
        .count();
  }

  void kill() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  void restart() throws IOException {
    process = launch();
  }

  @Override
  public void close() {
    Programs.end(process, folder);
  }
}
