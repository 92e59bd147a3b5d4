package io.mooring.room.janus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Room 5 of a server that keeps sessions as the real one does, for a {@link ScriptedServer}. It can
 * be made to do something at an exact moment: before or after it hears its next question, or the
 * one after that.
 */
final class ScriptedRoom implements Function<JsonNode, String> {
  /** The id of whoever leaves the choice to the server. */
  static final long CHOSEN = 4711;

  /** Handles by session. */
  private final Map<Long, Long> sessions = new HashMap<>();

  /** Sessions by user; one of nobody's is somebody else's. */
  private final Map<Long, Long> users = new HashMap<>();

  /** Users whose session has ended, and how many questions later they are out of the room. */
  private final Map<Long, Integer> leaving = new HashMap<>();

  private final Map<Integer, Runnable> moments = new HashMap<>();

  /** The sessions that were asked for by their numbers, for whatever reason. */
  final Set<Long> named = new HashSet<>();

  /** What was asked, without the signs of life, and the sessions that it was asked of. */
  final List<String> conversation = new ArrayList<>();

  private int heard;
  private int lag;
  private long handles = 100;

  /** The user of a session that ends stays in the room for some more questions. */
  synchronized void lags(int questions) {
    lag = questions;
  }

  /** What happens right before the next question but so many. */
  synchronized void before(int further, Runnable what) {
    moments.put(heard + further, what);
  }

  synchronized int heard() {
    return heard;
  }

  /** The sessions that there are. */
  synchronized Set<Long> sessions() {
    return Set.copyOf(sessions.keySet());
  }

  /** Whose session has a user in the room; 0 if nobody's, and -1 if somebody else's. */
  synchronized long seatOf(long user) {
    return users.getOrDefault(user, 0L);
  }

  synchronized void expire(long session) {
    if (sessions.remove(session) != null) {
      users.forEach(
          (user, in) -> {
            if (in == session) {
              leaving.put(user, lag);
            }
          });
      settle();
    }
  }

  /** Somebody else joins, if the id is free. */
  synchronized boolean strangerJoins(long user) {
    return users.putIfAbsent(user, -1L) == null;
  }

  synchronized void leaves(long user) {
    users.remove(user);
  }

  private void settle() {
    leaving
        .entrySet()
        .removeIf(
            one -> {
              if (one.getValue() <= 0) {
                users.remove(one.getKey());
                return true;
              }
              one.setValue(one.getValue() - 1);
              return false;
            });
  }

  @Override
  public synchronized String apply(JsonNode message) {
    String word = ScriptedServer.word(message);
    if (word.equals("keepalive")) {
      return "{\"janus\":\"ack\"}";
    }
    Runnable moment = moments.remove(heard++);
    if (moment != null) {
      moment.run();
    }
    settle();
    long session = message.path("session_id").asLong();
    conversation.add(word + (session == 0 ? "" : " " + session));
    if (session != 0) {
      named.add(session);
    }
    if (session != 0 && !sessions.containsKey(session)) {
      return error(458, "No such session " + session);
    }
    JsonNode body = message.path("body");
    return switch (word) {
      case "create" -> create(message.path("id").asLong());
      case "attach" -> {
        sessions.put(session, ++handles);
        yield "{\"janus\":\"success\",\"data\":{\"id\":" + handles + "}}";
      }
      case "join" -> join(session, message.path("handle_id").asLong(), body.path("id").asLong());
      case "leave" ->
          users.values().remove(session)
              ? ScriptedServer.data("\"videoroom\":\"event\",\"leaving\":\"ok\"")
              : plugin(424, "not in a room");
      case "listparticipants" -> participants();
      case "destroy" -> {
        expire(session);
        yield "{\"janus\":\"success\"}";
      }
      default -> "{\"janus\":\"success\"}";
    };
  }

  private String create(long number) {
    if (sessions.putIfAbsent(number, 0L) != null) {
      return error(468, "Session ID already in use");
    }
    return "{\"janus\":\"success\",\"data\":{\"id\":" + number + "}}";
  }

  private String join(long session, long handle, long user) {
    if (sessions.getOrDefault(session, 0L) != handle) {
      return error(459, "No such handle " + handle + " in session " + session);
    }
    long id = user == 0 ? CHOSEN : user;
    Long in = users.putIfAbsent(id, session);
    if (in == null) {
      return ScriptedServer.data("\"videoroom\":\"joined\",\"room\":5,\"id\":" + id);
    }
    return in == session
        ? plugin(425, "Already in as a publisher on this handle")
        : plugin(436, "User ID " + user + " already exists");
  }

  private String participants() {
    StringBuilder list = new StringBuilder("\"videoroom\":\"participants\",\"participants\":[");
    String comma = "";
    for (Map.Entry<Long, Long> one : users.entrySet()) {
      list.append(comma).append("{\"id\":").append(one.getKey());
      list.append(one.getValue() < 0 ? ",\"display\":\"me\"}" : "}");
      comma = ",";
    }
    return ScriptedServer.data(list + "]");
  }

  private static String error(int code, String words) {
    return "{\"janus\":\"error\",\"error\":{\"code\":" + code + ",\"reason\":\"" + words + "\"}}";
  }

  private static String plugin(int code, String words) {
    return ScriptedServer.data(
        "\"videoroom\":\"event\",\"error_code\":" + code + ",\"error\":\"" + words + "\"");
  }
}
