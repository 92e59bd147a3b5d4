package io.mooring.codegen.emit;

import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Outcome;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Step;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Value;
import io.mooring.codegen.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of a table that a picture shows: moves between public states, and notifications.
 *
 * <p>Locations with one public state are one node, and all that leads from one node to another is
 * one arrow. An event that leads from every location to one node is drawn once, without a source.
 *
 * @param nodes the public states, or the locations if no variable is an enumeration
 * @param timers for each node the timers that run in all of its locations, in words
 * @param initial index of the initial node
 * @param arrows the arrows, by their ends
 * @param everywhere the arrows that leave every node; their {@code from} is -1
 */
public record PublicGraph(
    List<String> nodes,
    List<List<String>> timers,
    int initial,
    List<Arrow> arrows,
    List<Arrow> everywhere) {

  /** Copies the lists. */
  public PublicGraph {
    nodes = List.copyOf(nodes);
    timers = timers.stream().map(List::copyOf).toList();
    arrows = List.copyOf(arrows);
    everywhere = List.copyOf(everywhere);
  }

  /**
   * All that leads from one node to another.
   *
   * @param from index of a node, or -1 for every node
   * @param to index of a node
   * @param labels what leads there, in the order of the events
   */
  public record Arrow(int from, int to, List<Label> labels) {}

  /**
   * One event on an arrow.
   *
   * @param event the event as the specification writes it
   * @param command whether a user gives it
   * @param told the codes of notifications beside the state; empty without notifications
   */
  public record Label(String event, boolean command, String told) {
    /** The label as plain text: {@code Kicked (3)}. */
    public String text() {
      return told.isEmpty() ? event : event + " (" + told + ")";
    }
  }

  /** The graph of the public states of a model. */
  public static PublicGraph of(Model model) {
    return new Maker(model, new ModelLookup(model).publicState().orElse(null)).make();
  }

  /** The graph of all locations of a model: no two of them are one node. */
  public static PublicGraph ofLocations(Model model) {
    return new Maker(model, null).make();
  }

  private static final class Maker {
    private final Model model;
    private final ModelLookup names;
    private final List<String> nodes = new ArrayList<>();
    private final List<Integer> nodeOf = new ArrayList<>();

    /** Locations are one node if this variable has one value; each is its own without one. */
    Maker(Model model, @Nullable Variable state) {
      this.model = model;
      this.names = new ModelLookup(model);
      if (state == null) {
        model.locations().forEach(location -> nodes.add(location.name()));
      } else {
        String type = ((Type.EnumType) state.type()).name();
        List<Value> reached =
            model.locations().stream().map(each -> each.values().get(state.name())).toList();
        model.enumeration(type).constants().stream()
            .filter(constant -> reached.contains(constant.value()))
            .map(Constant::name)
            .forEach(nodes::add);
      }
      for (Location location : model.locations()) {
        String name =
            state == null
                ? location.name()
                : names.constant(
                    ((Type.EnumType) state.type()).name(),
                    Objects.requireNonNull(location.values().get(state.name())));
        nodeOf.add(nodes.indexOf(name));
      }
    }

    PublicGraph make() {
      List<Arrow> everywhere = new ArrayList<>();
      Map<String, Arrow> arrows = new TreeMap<>();
      for (int event = 0; event < model.events().size(); event++) {
        int target = targetFromEverywhere(event);
        if (target >= 0) {
          String told = told(model.step(0, event));
          everywhere.add(new Arrow(-1, target, List.of(label(event, told))));
          continue;
        }
        for (int location = 0; location < model.locations().size(); location++) {
          Step step = model.step(location, event);
          if (isShown(step)) {
            int from = nodeOf.get(location);
            int to = nodeOf.get(step.to());
            Arrow arrow =
                arrows.computeIfAbsent(
                    String.format(Locale.ROOT, "%06d %06d", from, to),
                    key -> new Arrow(from, to, new ArrayList<>()));
            Label label = label(event, told(step));
            if (!arrow.labels().contains(label)) {
              arrow.labels().add(label);
            }
          }
        }
      }
      return new PublicGraph(
          nodes,
          timers(),
          nodeOf.get(model.initial().to()),
          List.copyOf(arrows.values()),
          everywhere);
    }

    private List<List<String>> timers() {
      List<List<String>> byLocation = TimerLocations.wordsByLocation(model);
      List<List<String>> byNode = new ArrayList<>();
      for (int node = 0; node < nodes.size(); node++) {
        List<String> all = new ArrayList<>(byLocation.get(nodeOf.indexOf(node)));
        for (int location = 0; location < nodeOf.size(); location++) {
          if (nodeOf.get(location) == node) {
            all.retainAll(byLocation.get(location));
          }
        }
        byNode.add(all);
      }
      return byNode;
    }

    private boolean isShown(Step step) {
      boolean moves = !nodeOf.get(step.from()).equals(nodeOf.get(step.to()));
      boolean tells =
          names.notifications().isPresent()
              ? !step.notifications().isEmpty()
              : step.from() != step.to() || !step.effects().isEmpty();
      return step.outcome() == Outcome.TAKEN && (moves || tells);
    }

    /** The node to which an event leads from every location, or -1. */
    private int targetFromEverywhere(int event) {
      Step first = model.step(0, event);
      int target = nodeOf.get(first.to());
      for (int location = 0; location < model.locations().size(); location++) {
        Step step = model.step(location, event);
        if (step.outcome() != Outcome.TAKEN
            || nodeOf.get(step.to()) != target
            || !told(step).equals(told(first))) {
          return -1;
        }
      }
      return nodes.size() > 2 ? target : -1;
    }

    private Label label(int event, String told) {
      Event what = model.events().get(event);
      return new Label(what.text(), what.command(), told);
    }

    private String told(Step step) {
      RecordType type = names.notifications().orElse(null);
      if (type == null) {
        return "";
      }
      List<String> codes = new ArrayList<>();
      String state =
          names.publicState().map(each -> ((Type.EnumType) each.type()).name()).orElse("");
      for (Map<String, String> notification : step.notifications()) {
        for (RecordType.Field field : type.fields()) {
          if (field.type() instanceof Type.EnumType enumeration
              && !enumeration.name().equals(state)) {
            Value value =
                names
                    .constantNamed(
                        enumeration.name(), Objects.requireNonNull(notification.get(field.name())))
                    .value();
            codes.add(value.word());
          }
        }
      }
      return String.join(", ", codes);
    }
  }
}
