package io.mooring.room.janus;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.room.ChannelRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The other participants of the room, as reported by the server. On the thread that owns the
 * sessions.
 */
final class Roster {
  private final ChannelRequest request;

  /** Receives calls of the observer. */
  private final Consumer<Consumer<JanusObserver>> observers;

  private Map<String, Participant> present = new LinkedHashMap<>();

  Roster(ChannelRequest request, Consumer<Consumer<JanusObserver>> observers) {
    this.request = request;
    this.observers = observers;
  }

  /** Replaces the participants by the complete lists of the server, which may repeat one. */
  void whole(String own, JsonNode... lists) {
    Map<String, Participant> before = present;
    present = new LinkedHashMap<>();
    Map<String, Participant> listed = new LinkedHashMap<>();
    for (JsonNode list : lists) {
      list.forEach(one -> put(listed, one));
    }
    listed.remove(own);
    before.forEach(
        (id, participant) -> {
          if (!listed.containsKey(id)) {
            observers.accept(observer -> observer.departed(request, participant));
          }
        });
    listed.forEach(
        (id, participant) -> {
          present.put(id, participant);
          if (!before.containsKey(id)) {
            observers.accept(observer -> observer.arrived(request, participant));
          }
        });
  }

  private static void put(Map<String, Participant> into, JsonNode one) {
    String id = one.path("id").asText();
    if (!id.isEmpty()) {
      into.put(id, participant(id, one));
    }
  }

  private static Participant participant(String id, JsonNode one) {
    JsonNode display = one.path("display");
    return new Participant(
        id, display.isTextual() ? Optional.of(display.asText()) : Optional.empty());
  }

  void arrived(JsonNode one) {
    String id = one.path("id").asText();
    if (!id.isEmpty() && !present.containsKey(id)) {
      Participant participant = participant(id, one);
      present.put(id, participant);
      observers.accept(observer -> observer.arrived(request, participant));
    }
  }

  void departed(JsonNode id) {
    Participant participant = present.remove(id.asText());
    if (participant != null) {
      observers.accept(observer -> observer.departed(request, participant));
    }
  }
}
