package io.mooring.room.cli;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A real Janus server on loopback, with one room. */
final class LocalJanus implements Closeable {
  static final String ROOM = "1234";
  private static final Duration START = Duration.ofMinutes(2);

  private final Process process;
  private final int port;

  /** Starts one whose configuration and log are in a folder. */
  static LocalJanus start(Path folder) throws IOException, InterruptedException {
    return new LocalJanus(folder, freePort());
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  /** Starts one at the address of another that has ended. */
  LocalJanus again(Path folder) throws IOException, InterruptedException {
    return new LocalJanus(folder, port);
  }

  private LocalJanus(Path folder, int port) throws IOException, InterruptedException {
    this.port = port;
    Path nothing = Files.createDirectory(folder.resolve("nothing"));
    Files.writeString(
        folder.resolve("janus.jcfg"),
        String.format(
            Locale.ROOT,
            """
        general: {
          configs_folder = "%1$s"
          loggers_folder = "%2$s"
          events_folder = "%2$s"
          interface = "127.0.0.1"
          reclaim_session_timeout = 60
        }
        plugins: { disable = "%3$s" }
        transports: { disable = "libjanus_http.so,libjanus_pfunix.so,libjanus_rabbitmq.so,\
        libjanus_mqtt.so,libjanus_nanomsg.so,libjanus_rabbitmqevh.so" }
        """,
            folder,
            nothing,
            "libjanus_audiobridge.so,libjanus_echotest.so,libjanus_recordplay.so,"
                + "libjanus_sip.so,libjanus_nosip.so,libjanus_streaming.so,"
                + "libjanus_textroom.so,libjanus_videocall.so,libjanus_voicemail.so,"
                + "libjanus_duktape.so,libjanus_lua.so"));
    Files.writeString(
        folder.resolve("janus.transport.websockets.jcfg"),
        String.format(
            Locale.ROOT, "general: { ws = true ws_port = %d ws_ip = \"127.0.0.1\" }\n", port));
    Files.writeString(
        folder.resolve("janus.plugin.videoroom.jcfg"),
        String.format(Locale.ROOT, "room-%s: { notify_joining = true publishers = 6 }\n", ROOM));
    Path log = folder.resolve("janus.log");
    try {
      process =
          new ProcessBuilder(List.of("janus", "-F", folder.toString(), "-o"))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException absent) {
      throw new IllegalStateException(
          "janus is not installed. The profile janus needs: apt-get install -y janus tinyproxy",
          absent);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    awaitPort(log);
  }

  private void awaitPort(Path log) throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (process.isAlive() && System.nanoTime() - end < 0) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        Thread.sleep(100);
      }
    }
    process.destroyForcibly();
    throw new IllegalStateException("It does not start:\n" + Files.readString(log));
  }

  URI address() {
    return URI.create("ws://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
