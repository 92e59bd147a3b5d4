package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Outcome;
import io.mooring.codegen.model.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The page walks every row of the table by clicks, and shows what the model says. */
@InBrowser
final class TableConformance {

  /** Clicks each event in each location, and reads the card of the step and the new location. */
  private static final String WALK =
      """
      const select = document.querySelector("#location");
      const seen = [];
      const text = e => e.textContent.replace(/\\s+/g, " ").trim();
      for (let from = 0; from < select.options.length; from++) {
        for (let event = 0; event < document.querySelectorAll(".event").length; event++) {
          select.value = String(from);
          select.dispatchEvent(new Event("change"));
          document.querySelectorAll(".event")[event].click();
          const row = { to: Number(select.value), outcome: text(document.querySelector(".badge")) };
          for (const each of document.querySelectorAll(".step dl > div")) {
            row[text(each.querySelector("dt"))] =
              [...each.querySelectorAll("li, .notified, .line-link, strong")].map(text);
          }
          seen.push(row);
        }
      }
      return seen;
      """;

  private final Browser browser;

  TableConformance(Browser browser) {
    this.browser = browser;
  }

  @Test
  void everyRowIsThatOfTheModel() throws Exception {
    Model model = Pages.roomModel();
    browser.open(Pages.room(), "");

    List<?> rows = (List<?>) Objects.requireNonNull(browser.run(WALK));

    assertThat(rows).hasSize(model.steps().size()).hasSize(136);
    List<Integer> order =
        browser.all(".event .name").stream()
            .map(each -> each.getText())
            .map(text -> index(model, text))
            .toList();
    assertThat(order).doesNotHaveDuplicates();
    for (int i = 0; i < rows.size(); i++) {
      int events = model.events().size();
      Step step = model.step(i / events, order.get(i % events));
      compare(step, (Map<?, ?>) Objects.requireNonNull(rows.get(i)));
    }
  }

  private static int index(Model model, String text) {
    return model.events().stream().map(each -> each.text()).toList().indexOf(text);
  }

  private static void compare(Step step, Map<?, ?> row) {
    assertThat(row.get("to")).as(step.toString()).isEqualTo((long) step.to());
    assertThat(row.get("outcome")).as(step.toString()).isEqualTo(step.outcome().text());
    assertThat(row.get("Specification")).isEqualTo(List.of(step.line().toString()));
    assertThat(listed(row, "Effects")).isEqualTo(step.effects());
    if (step.outcome() == Outcome.REFUSED) {
      assertThat(listed(row, "Code").get(0)).startsWith(step.code() + " (");
    }
    List<String> notified = listed(row, "Notified");
    assertThat(notified).hasSize(step.notifications().size());
    for (int i = 0; i < notified.size(); i++) {
      assertThat(notified.get(i)).contains(step.notifications().get(i).values());
    }
  }

  private static List<String> listed(Map<?, ?> row, String name) {
    return row.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
