package io.mooring.room.testkit.call;

import io.mooring.room.RoomScheduler.Cancellable;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of a room: who is in it, and what the others are told.
 *
 * <p>A member whose packets stay away is given up after the server's patience; one who comes back
 * sooner was never away for the others.
 */
final class SimulatedRoom {
  private final VirtualTime time;
  private final Duration patience;
  private final Witness witness;
  private final Map<String, Member> members = new LinkedHashMap<>();

  SimulatedRoom(VirtualTime time, Duration patience, Witness witness) {
    this.time = time;
    this.patience = patience;
    this.witness = witness;
  }

  /** Who hears what members are told of one another. */
  interface Witness {
    void told(String member, String about, Call.Presence presence);
  }

  private static final class Member {
    private @Nullable Cancellable expiry;

    void stopWaiting() {
      if (expiry != null) {
        expiry.cancel();
        expiry = null;
      }
    }
  }

  /** A packet of a member who wants to be in the room. */
  void heard(String name) {
    Member known = members.get(name);
    if (known == null) {
      members.put(name, new Member());
      tellOthers(name, Call.Presence.JOINED);
    } else {
      known.stopWaiting();
    }
  }

  /** From now on no packet of the member comes. */
  void silent(String name) {
    Member member = members.get(name);
    if (member != null) {
      member.stopWaiting();
      member.expiry = time.schedule(patience, () -> gone(name, Call.Presence.TIMED_OUT));
    }
  }

  /** The member said goodbye. */
  void left(String name) {
    gone(name, Call.Presence.LEFT);
  }

  private void gone(String name, Call.Presence how) {
    Member member = members.remove(name);
    if (member != null) {
      member.stopWaiting();
      tellOthers(name, how);
    }
  }

  private void tellOthers(String about, Call.Presence presence) {
    members.keySet().stream()
        .filter(member -> !member.equals(about))
        .forEach(member -> witness.told(member, about, presence));
  }
}
