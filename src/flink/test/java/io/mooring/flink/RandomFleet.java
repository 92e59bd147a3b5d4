package io.mooring.flink;

import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.harness.trace.ConnectionTraces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lines of rooms as correct and faulty clients write them, all from one random source. */
final class RandomFleet {
  static final Rules RULES = ConnectionTraces::validator;

  private static final Machine ROOM = RoomMachine.table();

  /** An engine that was initialised, and has not joined. */
  static final int BEGIN =
      ROOM.steps().stream()
          .filter(each -> each.from() == ROOM.initial().to())
          .filter(each -> ROOM.events().get(each.event()).action().equals("Initialize"))
          .findFirst()
          .orElseThrow()
          .to();

  private static final int SPREAD = 20_000;

  private final Random random;
  private final boolean faults;
  private final List<Callback> lines = new ArrayList<>();
  private final Map<Integer, Long> taken = new TreeMap<>();

  RandomFleet(Random random, int sessions, int length) {
    this(random, sessions, length, true);
  }

  RandomFleet(Random random, int sessions, int length, boolean faults) {
    this.random = random;
    this.faults = faults;
    for (int i = 0; i < sessions; i++) {
      session("s" + i, 1 + random.nextInt(length));
    }
    // A stable sort: what a session says at one time stays in its order.
    lines.sort(Comparator.comparingLong(Callback::time));
  }

  /** The lines in the order of their times. */
  List<Callback> lines() {
    return lines;
  }

  /** How often each row of the table was taken, by correct clients. */
  Map<Integer, Long> taken() {
    return taken;
  }

  /** The file that they are. */
  String file() {
    return lines.stream().map(Callback::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private void session(String name, int length) {
    int location = BEGIN;
    long time = 1_700_000_000_000L + random.nextInt(SPREAD);
    List<String> said = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    while (said.size() < length) {
      MachineStep step = step(location);
      location = step.to();
      taken.merge(ROOM.row(step.from(), step.event()), 1L, Long::sum);
      time += pause();
      String event = ROOM.events().get(step.event()).text();
      for (Map<String, Constant> each : step.outputs().notifications()) {
        said.add(text(each, random.nextInt(4) == 0 ? event : ""));
        times.add(time);
      }
      if (step.outputs().notifications().isEmpty() && step.from() != step.to()) {
        said.add("\"event\":\"" + event + "\"");
        times.add(time);
      }
    }
    if (faults && random.nextInt(3) == 0) {
      int at = random.nextInt(said.size());
      switch (random.nextInt(3)) {
        case 0 -> said.set(at, said.get(random.nextInt(said.size())));
        case 1 -> said.set(at, text(notification(), ""));
        default -> {
          if (said.size() > 1) {
            said.remove(at);
            times.remove(at);
          }
        }
      }
    }
    for (int i = 0; i < said.size(); i++) {
      String line =
          "{\"time\":"
              + times.get(i)
              + ",\"session\":\""
              + name
              + "\",\"n\":"
              + (i + 1)
              + ",\"version\":\"v"
              + name.length()
              + "\","
              + said.get(i)
              + "}";
      lines.add(new Callback(name, times.get(i), i + 1, "v" + name.length(), "eu", line));
    }
  }

  /** A step that changes something, of those that are possible. */
  private MachineStep step(int location) {
    List<MachineStep> steps =
        ROOM.steps().stream()
            .filter(each -> each.from() == location)
            .filter(each -> each.to() != each.from() || !each.outputs().notifications().isEmpty())
            .toList();
    return steps.get(random.nextInt(steps.size()));
  }

  private Map<String, Constant> notification() {
    List<Map<String, Constant>> all =
        ROOM.steps().stream().flatMap(each -> each.outputs().notifications().stream()).toList();
    return all.get(random.nextInt(all.size()));
  }

  private static String text(Map<String, Constant> notification, String event) {
    return notification.entrySet().stream()
            .map(each -> "\"" + each.getKey() + "\":\"" + each.getValue().name() + "\"")
            .collect(Collectors.joining(","))
        + (event.isEmpty() ? "" : ",\"event\":\"" + event + "\"");
  }

  private long pause() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> 30_000 + random.nextInt(25_000);
      case 2 -> 9_000 + random.nextInt(4_000);
      default -> random.nextInt(3_000);
    };
  }
}
