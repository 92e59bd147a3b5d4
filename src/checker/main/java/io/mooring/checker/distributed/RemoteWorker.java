package io.mooring.checker.distributed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A worker as its server sees it. What it sends about a check goes to the queue of that check.
 *
 * <p>Safe for use by several threads.
 */
final class RemoteWorker {

  /** What a queue gets when the worker is lost. */
  static final String LOST = "lost";

  private final String name;
  private final MessageConnection connection;
  private final Handshake.Introduction introduction;
  private final Map<Long, Queue<JsonNode>> queues = new ConcurrentHashMap<>();
  private final Map<Long, String> titles = new ConcurrentHashMap<>();
  private final AtomicLong done = new AtomicLong();
  private volatile boolean lost;

  /** The checks that it does or is about to do; guarded by the lock of the workerPool. */
  private int taken;

  RemoteWorker(String name, MessageConnection connection, Handshake.Introduction introduction) {
    this.name = name;
    this.connection = connection;
    this.introduction = introduction;
  }

  String name() {
    return name;
  }

  MessageConnection connection() {
    return connection;
  }

  int processors() {
    return introduction.processors();
  }

  /** How many more checks it can do now. */
  int free() {
    return lost ? 0 : introduction.atOnce() - taken;
  }

  void take() {
    taken++;
  }

  void giveBack() {
    taken--;
  }

  /** How many checks it has answered. */
  long done() {
    return done.get();
  }

  /** What it does now: {@code worker 1: RoomCall, RoomLives}. */
  String doing() {
    return name
        + ": "
        + (titles.isEmpty() ? "-" : String.join(", ", new TreeMap<>(titles).values()));
  }

  /** From now on what it sends about a check goes to a queue. */
  void open(long id, String title, Queue<JsonNode> queue) {
    titles.put(id, title);
    queues.put(id, queue);
    if (lost) {
      queue.add(loss());
    }
  }

  /** Ends that. */
  void close(long id, boolean answered) {
    queues.remove(id);
    titles.remove(id);
    if (answered) {
      done.incrementAndGet();
    }
  }

  void send(ObjectNode message) throws IOException {
    connection.send(message);
  }

  /** Sends what need not arrive. */
  void trySend(ObjectNode message) {
    connection.trySend(message);
  }

  /** Receives until the connection ends, on the thread of the caller. */
  void listen() {
    try {
      while (true) {
        JsonNode message = connection.receive();
        Queue<JsonNode> queue = queues.get(message.path("id").asLong(-1));
        if (queue != null) {
          queue.add(message);
        }
      }
    } catch (IOException gone) {
      lost = true;
      connection.close();
      queues.values().forEach(each -> each.add(loss()));
    }
  }

  private ObjectNode loss() {
    return MessageConnection.message(LOST).put("reason", name + " was lost");
  }
}
