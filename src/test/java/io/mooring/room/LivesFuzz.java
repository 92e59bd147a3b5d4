package io.mooring.room;

import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Location;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One random story of a client that stores its snapshots: commands, facts, time, sleep, and deaths
 * at any moment, also while something is stored, told or asked of the transport. It knows the true
 * time, through death and sleep, and holds what the user hears and the transport sees against the
 * promises of {@code RoomLives}.
 */
final class LivesFuzz {

  private static final Duration WINDOW = RoomConnection.DEFAULT_RECONNECT_WINDOW;

  /** A number that means: this was not, or is not known. */
  private static final long NEVER = Long.MIN_VALUE;

  private final Random random;
  private final List<String> story = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  // The world: it outlives every process.
  private long trueAtBirth;
  private long lost = NEVER;
  private long opened;
  private final Map<Long, String> changes = new HashMap<>();
  private final Set<Long> told = new HashSet<>();

  /** The session that a leave had ended, and whose command had returned; 0 if none had. */
  private long left;

  private ConnectionSnapshot stored = new Rig().connection.capture();
  private long storedAt;

  // The process that lives.
  private int deathIn;
  private boolean dead;
  private long diedAt;
  private boolean restoring;
  private boolean exact = true;
  private @Nullable ManualScheduler clock;
  private long birth;
  private boolean first;
  private long repeated;
  private long decided;

  private LivesFuzz(long seed) {
    random = new Random(seed);
  }

  /** What a story of so many events violates; empty if nothing. */
  static List<String> violations(long seed, int events) {
    LivesFuzz fuzz = new LivesFuzz(seed);
    fuzz.live(events);
    return fuzz.violations.isEmpty() ? List.of() : List.copyOf(fuzz.report(seed));
  }

  private List<String> report(long seed) {
    List<String> report = new ArrayList<>(violations.subList(0, 1));
    report.add("seed " + seed);
    report.addAll(story);
    return report;
  }

  private void live(int events) {
    Rig rig = birth(null);
    rig.connection.initialize();
    for (int i = 0; i < events && violations.isEmpty(); i++) {
      stimulate(rig, random.nextInt(14));
      if (dead) {
        rig = reborn();
      }
      check(rig.failures.isEmpty(), "a failure: " + rig.failures);
    }
  }

  private long now() {
    return clock == null ? trueAtBirth : trueAtBirth + clock.nanoTime() - birth;
  }

  private void check(boolean holds, String what) {
    if (!holds) {
      violations.add(what);
      story.add("VIOLATED: " + what);
    }
  }

  /* ---------------- life and death ---------------- */

  private Rig birth(@Nullable Restored restored) {
    trueAtBirth = now();
    clock = null;
    dead = false;
    first = true;
    deathIn = 1 + random.nextInt(60);
    Rig rig =
        new Rig(
            builder -> {
              builder.snapshots(this::save).listener(this::heard);
              return restored == null
                  ? builder
                  : builder.restore(stored, restored.capture, restored.death);
            },
            restored == null || restored.wayBack) {
          @Override
          RoomTransport transport() {
            clock = scheduler;
            birth = scheduler.nanoTime();
            during.put("open", LivesFuzz.this::opens);
            during.put("resume", LivesFuzz.this::resumes);
            during.put("tryToRejoin", LivesFuzz.this::attempts);
            return super.transport();
          }
        };
    return rig;
  }

  private record Restored(TimeAway capture, TimeAway death, boolean wayBack) {}

  private Rig reborn() {
    Duration away =
        Duration.ofSeconds(random.nextInt(3) == 0 ? random.nextInt(600) : random.nextInt(30));
    long truth = diedAt + away.toNanos();
    Duration sinceCapture = Duration.ofNanos(truth - storedAt);
    int knows = random.nextInt(4);
    exact = knows < 2 && (exact || !stored.location().windowArmed());
    Restored restored =
        new Restored(known(knows, sinceCapture), known(knows, away), random.nextInt(4) > 0);
    story.add("died with " + stored + ", away " + away + ", restored with " + restored);
    if (stored.location() == Location.CONNECTED) {
      lost = diedAt;
    } else if (!stored.location().windowArmed()) {
      lost = NEVER;
    }
    if (left != 0 && left != stored.sessionEpoch()) {
      left = 0;
    }
    ConnectionSnapshot before = stored;
    check(
        before.isOwed() || before.changes() == 0 || told.contains(before.changes()),
        "change " + before.changes() + " is not owed, and nobody told it");
    repeated = 0;
    decided = before.changes();
    trueAtBirth = truth;
    clock = null;
    restoring = true;
    Rig rig = birth(restored);
    restoring = false;
    if (!dead) {
      check(
          repeated == (before.isOwed() ? before.changes() : 0),
          "owed was change " + before.changes() + ", told again was " + repeated);
      if (!stored.location().windowArmed()) {
        lost = NEVER;
      }
      check(
          rig.state() != ConnectionState.CONNECTED && rig.state() != ConnectionState.CONNECTING,
          "restored as if nothing was");
      check(
          left == 0 || rig.state() == ConnectionState.DISCONNECTED,
          "a leave that had returned came to " + rig.state());
      return rig;
    }
    return reborn();
  }

  /** The truth is in it, whatever the caller knows. */
  private TimeAway known(int how, Duration truth) {
    Duration slack = Duration.ofSeconds(random.nextInt(20));
    return switch (how) {
      case 0, 1 -> TimeAway.exactly(truth);
      case 2 -> TimeAway.between(truth.dividedBy(2), truth.plus(slack));
      default -> random.nextBoolean() ? TimeAway.unknown() : TimeAway.atMost(truth.plus(slack));
    };
  }

  /** Here the process may die: what it does afterwards nobody sees. */
  private void moment() {
    if (!dead && --deathIn == 0) {
      dead = true;
      diedAt = now();
    }
  }

  /* ---------------- what is seen ---------------- */

  private void save(ConnectionSnapshot snapshot) {
    moment();
    if (dead) {
      return;
    }
    if (!restoring && snapshot.location().windowArmed() && lost == NEVER) {
      lost = now();
      exact = true;
    }
    snapshot.lastChange().filter(last -> last.sequence() > decided).ifPresent(this::decided);
    decided = snapshot.changes();
    if (!restoring && !snapshot.location().windowArmed()) {
      lost = NEVER;
    }
    stored = ConnectionSnapshot.parse(snapshot.text());
    storedAt = now();
    moment();
  }

  /** What is promised of the time of an outcome. */
  private void decided(ConnectionChange change) {
    if (lost == NEVER) {
      return;
    }
    Duration since = Duration.ofNanos(now() - lost);
    if (change.reason() == ConnectionReason.REJOIN_SUCCEED) {
      check(since.compareTo(WINDOW) <= 0, "a success " + since + " after the loss: " + change);
    }
    if (change.to() == ConnectionState.FAILED && change.reason() == ConnectionReason.TIME_OUT) {
      check(
          !exact || since.compareTo(WINDOW) >= 0,
          "the window ends " + since + " after the loss: " + change);
    }
  }

  private void heard(ConnectionChange change) {
    moment();
    if (dead) {
      return;
    }
    story.add("heard " + change + " at " + Duration.ofNanos(now()));
    String what = change.from() + " " + change.to() + " " + change.reason();
    String known = changes.putIfAbsent(change.sequence(), what);
    check(known == null || known.equals(what), "one number for two changes: " + change);
    check(
        change.repeated() || told.add(change.sequence()),
        "told twice, and not marked as repeated: " + change);
    check(!change.repeated() || (restoring && first), "repeated, but not first: " + change);
    first = false;
    told.add(change.sequence());
    if (change.repeated()) {
      repeated = change.sequence();
    }
    moment();
  }

  private void opens() {
    moment();
    if (dead) {
      return;
    }
    check(stored.sessionEpoch() > opened, "session " + stored.sessionEpoch() + " is used again");
    opened = stored.sessionEpoch();
    left = 0;
    moment();
  }

  private void resumes() {
    moment();
    check(dead || left == 0, "a session is taken up that the user has left");
    judged("resume");
  }

  private void attempts() {
    moment();
    judged("an attempt");
    moment();
  }

  private void judged(String what) {
    check(
        dead || lost == NEVER || now() - lost <= WINDOW.toNanos(),
        what + " " + Duration.ofNanos(now() - lost) + " after the loss");
  }

  /* ---------------- stimuli ---------------- */

  private void stimulate(Rig rig, int which) {
    boolean there = !rig.sessions.isEmpty();
    switch (which) {
      case 0, 1 -> rig.join();
      case 2 -> {
        rig.connection.leaveChannel();
        if (!dead && rig.state() == ConnectionState.DISCONNECTED) {
          left = stored.sessionEpoch();
        }
      }
      case 3, 4, 5 -> {
        if (there) {
          rig.facts().joined();
        }
      }
      case 6, 7 -> {
        if (there) {
          rig.facts().signalLost();
        }
      }
      case 8, 9 -> {
        if (there && !rig.session().attempts.isEmpty()) {
          if (random.nextBoolean()) {
            rig.attempt().succeeded();
          } else {
            rig.attempt().failed();
          }
        }
      }
      case 10 -> pass(rig.scheduler, Duration.ofSeconds(random.nextInt(50)));
      case 11 -> {
        Duration sleep = Duration.ofSeconds(random.nextInt(100));
        story.add("sleeps for " + sleep);
        rig.scheduler.pass(sleep);
      }
      case 12 -> inCallback(rig);
      default -> deathIn = Math.min(deathIn, 1 + random.nextInt(4));
    }
    if (!dead) {
      moment();
    }
  }

  /**
   * Time passes while the process is awake: what was due while it slept runs first, in any order.
   */
  private void pass(ManualScheduler scheduler, Duration time) {
    long end = scheduler.nanoTime() + time.toNanos();
    while (!dead) {
      long now = scheduler.nanoTime();
      List<ManualScheduler.Task> due = scheduler.waiting().filter(task -> task.due <= now).toList();
      if (!due.isEmpty()) {
        due.get(random.nextInt(due.size())).fire();
        continue;
      }
      long next = scheduler.waiting().mapToLong(task -> task.due).min().orElse(Long.MAX_VALUE);
      scheduler.pass(Duration.ofNanos(Math.max(0, Math.min(next, end) - now)));
      if (next > end) {
        return;
      }
    }
  }

  /** Something happens inside the next callback, whatever that is about. */
  private void inCallback(Rig rig) {
    int inside = random.nextInt(12);
    for (ConnectionState state : ConnectionState.values()) {
      rig.onState.put(
          state,
          () -> {
            rig.onState.clear();
            stimulate(rig, inside);
          });
    }
  }
}
