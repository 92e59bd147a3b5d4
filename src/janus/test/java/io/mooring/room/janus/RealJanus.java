package io.mooring.room.janus;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A real server, with a configuration of its own in a temporary folder, on loopback. */
final class RealJanus implements Closeable {
  static final String PIN = "pin-b2a7c1";
  static final String API_SECRET = "api-93f1e0";
  private static final String ROOM_SECRET = "room-secret";
  private static final Duration START = Duration.ofMinutes(2);
  private static final AtomicLong ROOMS = new AtomicLong(1000);

  private final Path folder;
  private final int port;
  private final boolean textIds;
  private Process process;

  private RealJanus(Path folder, int port, boolean textIds) throws IOException {
    this.folder = folder;
    this.port = port;
    this.textIds = textIds;
    process = launch();
  }

  /**
   * Starts one.
   *
   * @param session after how many seconds without a sign of life it ends a session
   * @param reclaim for how many seconds a session that lost its socket can be claimed
   */
  static RealJanus start(int session, int reclaim) throws IOException {
    return start(session, reclaim, "");
  }

  /** Starts one whose WebSocket transport has more settings. */
  static RealJanus start(int session, int reclaim, String sockets) throws IOException {
    return start(session, reclaim, sockets, "");
  }

  /** Starts one whose rooms and users have texts as ids. */
  static RealJanus startWithTextIds(int session, int reclaim) throws IOException {
    return start(session, reclaim, "", "string_ids = true");
  }

  private static RealJanus start(int session, int reclaim, String sockets, String rooms)
      throws IOException {
    Path folder = Files.createTempDirectory("mooring-janus");
    int port = Programs.freePort();
    Path plugins = linked(folder, "plugins", "libjanus_videoroom.so");
    Path transports = linked(folder, "transports", "libjanus_websockets.so");
    Path nothing = Files.createDirectory(folder.resolve("nothing"));
    Files.writeString(
        folder.resolve("janus.jcfg"),
        String.format(
            Locale.ROOT,
            """
        general: {
          configs_folder = "%1$s"
          plugins_folder = "%2$s"
          transports_folder = "%3$s"
          loggers_folder = "%4$s"
          events_folder = "%4$s"
          interface = "127.0.0.1"
          debug_level = 4
          debug_colors = false
          api_secret = "%5$s"
          session_timeout = %6$d
          reclaim_session_timeout = %7$d
        }
        """,
            folder,
            plugins,
            transports,
            nothing,
            API_SECRET,
            session,
            reclaim));
    Files.writeString(
        folder.resolve("janus.transport.websockets.jcfg"),
        String.format(
            Locale.ROOT,
            """
        general: { json = "compact" ws = true ws_port = %d ws_ip = "127.0.0.1" %s }
        admin: { admin_ws = false }
        """,
            port,
            sockets));
    Files.writeString(
        folder.resolve("janus.plugin.videoroom.jcfg"),
        String.format(Locale.ROOT, "general: { %s }\n", rooms));
    return new RealJanus(folder, port, !rooms.isEmpty());
  }

  private static Path linked(Path folder, String name, String library) throws IOException {
    Path installed = Path.of("/usr/lib");
    try (var found =
        Files.find(installed, 5, (path, is) -> path.endsWith(Path.of("janus", name, library)))) {
      Path target = found.findFirst().orElseThrow(() -> Programs.missing(name + "/" + library));
      Path links = Files.createDirectory(folder.resolve(name));
      Files.createSymbolicLink(links.resolve(library), target);
      return links;
    }
  }

  private Process launch() throws IOException {
    Process started =
        Programs.start(
            folder.resolve("janus.log"), List.of("janus", "-F", folder.toString(), "-o"));
    Programs.awaitPort(started, port, START, folder.resolve("janus.log"));
    return started;
  }

  int port() {
    return port;
  }

  URI address() {
    return URI.create("ws://127.0.0.1:" + port);
  }

  /** Ends the process at once, as if its power had failed. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  void restart() throws IOException {
    process = launch();
  }

  /** A new room for this test alone; its name is its number, or ends with it. */
  String room() {
    String room = (textIds ? "lobby-" : "") + ROOMS.incrementAndGet();
    createRoom(room);
    return room;
  }

  void createRoom(String room) {
    createRoom(room, 300);
  }

  void createRoom(String room, int publishers) {
    desk(
        String.format(
            Locale.ROOT,
            """
        "request":"create","room":%s,"pin":"%s","secret":"%s","notify_joining":true,"publishers":%d\
        """,
            id(room),
            PIN,
            ROOM_SECRET,
            publishers));
  }

  void kick(String room, long user) {
    desk(
        String.format(
            Locale.ROOT,
            "\"request\":\"kick\",\"room\":%s,\"id\":%s,\"secret\":\"%s\"",
            id(room),
            id(Long.toString(user)),
            ROOM_SECRET));
  }

  void destroyRoom(String room) {
    desk(
        String.format(
            Locale.ROOT,
            "\"request\":\"destroy\",\"room\":%s,\"secret\":\"%s\"",
            id(room),
            ROOM_SECRET));
  }

  /** Whether the server itself says that a user is in a room. */
  boolean has(String room, long user) {
    return desk(String.format(
            Locale.ROOT, "\"request\":\"listparticipants\",\"room\":%s", id(room)))
        .contains("\"id\":" + id(Long.toString(user)) + ",");
  }

  private String id(String of) {
    return textIds ? '"' + of + '"' : of;
  }

  /** Sends a request to the VideoRoom, in a session of its own. */
  private String desk(String body) {
    try (RawClient raw = new RawClient(address(), API_SECRET)) {
      String answer = raw.videoRoom(body);
      if (answer.contains("\"error")) {
        throw new IllegalStateException(body + " gave " + answer);
      }
      return answer;
    }
  }

  @Override
  public void close() {
    Programs.end(process, folder);
  }
}
