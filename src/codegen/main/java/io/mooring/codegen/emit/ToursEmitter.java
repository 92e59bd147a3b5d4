package io.mooring.codegen.emit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Step;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes the tours: a file of walks from the initial location that together take every step.
 *
 * <p>Each step of a walk is an object on a line of its own, so that a change of the table shows as
 * a change of lines.
 */
final class ToursEmitter implements Emitter {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String TOURS =
      """
      {
        "generated" : ${header},
        "module" : ${module},
        "start" : ${start},
        "edges" : ${edges},
        "steps" : ${steps},
        "walks" : [
          ${walks}
        ]
      }
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    List<List<Integer>> walks = Tours.of(model);
    String text =
        Template.of(TOURS)
            .with("header", quote(target.header()))
            .with("module", quote(model.module()))
            .with("start", quote(model.locations().get(model.initial().to()).name()))
            .with("edges", Integer.toString(model.steps().size()))
            .with("steps", Integer.toString(walks.stream().mapToInt(List::size).sum()))
            .with(
                "walks",
                walks.stream().map(walk -> walk(model, walk)).collect(Collectors.joining(",\n")))
            .text();
    sink.put("tours/" + Target.stem(model) + ".json", text);
  }

  private static String walk(Model model, List<Integer> walk) {
    List<String> lines = new ArrayList<>();
    for (int index : walk) {
      Step step = model.steps().get(index);
      lines.add(
          "  { \"event\" : "
              + quote(model.events().get(step.event()).name())
              + ", \"to\" : "
              + quote(model.locations().get(step.to()).name())
              + " }");
    }
    return lines.stream().collect(Collectors.joining(",\n", "[\n", "\n]"));
  }

  private static String quote(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
