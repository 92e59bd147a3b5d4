package io.mooring.room.harness.step;

import java.util.ArrayList;
import java.util.List;

/** The joins of one client, in all its processes. Each join has a user of its own. */
final class JoinRequests {
  private long users;

  /** The users of the accepted joins, in the order of their sessions, opened or not yet. */
  private final List<Long> accepted = new ArrayList<>();

  /** Returns the user of the next join, which is accepted unless it is {@link #reject}ed. */
  long next() {
    accepted.add(++users);
    return users;
  }

  void reject(Long user) {
    accepted.remove(user);
  }

  /** Whether a session is that of a user's join. */
  boolean isOf(int session, long user) {
    return session < accepted.size() && user == accepted.get(session);
  }

  /** The users of the accepted joins. */
  List<Long> accepted() {
    return accepted;
  }

  /** The number of sessions, opened or not yet. */
  int sessions() {
    return accepted.size();
  }

  /** Removes the joins that were not stored before a death. */
  void keep(int sessions) {
    accepted.subList(Math.min(sessions, accepted.size()), accepted.size()).clear();
  }
}
