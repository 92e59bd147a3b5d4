package io.mooring.codegen.atlas;

import io.mooring.checker.report.Place;
import io.mooring.checker.report.Report;
import io.mooring.checker.report.ReportCase;
import io.mooring.checker.report.ReportGroup;
import io.mooring.checker.report.ReportNote;
import io.mooring.checker.report.ReportStep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The page of what a command has found, of any specification: one HTML file that is opened from
 * disk, with the results, each counterexample to be walked step by step, and the text of the
 * modules. The same report and the same texts give the same bytes: times are not in it.
 */
public final class FindingsPage {

  private static final PageFrame FRAME =
      new PageFrame(
          "findings.js",
          List.of("page.css", "views.css", "tables.css", "walk.css", "findings.css", "media.css"));

  private static final int MOST_TEXT = 4 << 20;

  private FindingsPage() {}

  /** The page of a report. */
  public static Atlas.Page of(Report report) {
    String subject = report.subject().file();
    FindingsData data =
        new FindingsData(
            subject.substring(subject.lastIndexOf('/') + 1),
            "mooring " + report.command() + ", " + subject,
            report.tool(),
            texts(places(report), report.root()));
    return page(data.add(report), subject + ": " + report.command());
  }

  /**
   * The page of one behaviour.
   *
   * @param behaviour a case with its steps
   * @param file the file that it was read from, as the page names it
   * @param partly whether some variables are not shown
   * @param root the folder that its places are relative to
   */
  public static Atlas.Page of(
      ReportCase behaviour, String file, boolean partly, Report.Tool tool, Path root) {
    FindingsData data =
        new FindingsData(file, behaviour.group(), tool, texts(places(behaviour).toList(), root));
    return page(data.only(behaviour, partly), file);
  }

  private static Atlas.Page page(FindingsData data, String title) {
    String json = data.text();
    PageFrame.Framed framed = FRAME.around("Written by Mooring.", title, json, Map.of());
    int texts = data.textBytes();
    int cases = data.caseBytes();
    List<Atlas.Part> parts = new ArrayList<>();
    parts.add(new Atlas.Part("results", cases));
    parts.add(new Atlas.Part("TLA+ text", texts));
    parts.add(new Atlas.Part("figures", Atlas.size(json) - texts - cases));
    parts.addAll(framed.parts());
    return new Atlas.Page(framed.html(), parts);
  }

  private static List<Place> places(Report report) {
    return Stream.of(
            Stream.of(report.subject()),
            report.cases().stream().flatMap(FindingsPage::places),
            report.groups().stream()
                .flatMap(group -> group.coverage().stream())
                .flatMap(FindingsPage::places))
        .flatMap(each -> each)
        .toList();
  }

  private static Stream<Place> places(ReportCase each) {
    return Stream.of(
            each.place().stream(),
            each.steps().stream().map(ReportStep::place).flatMap(Optional::stream),
            each.warnings().stream().map(ReportNote::place).flatMap(Optional::stream))
        .flatMap(place -> place);
  }

  private static Stream<Place> places(ReportGroup.Coverage coverage) {
    return Stream.concat(
        coverage.actions().stream().map(ReportGroup.Action::place).flatMap(Optional::stream),
        coverage.unevaluated().stream().map(ReportNote::place).flatMap(Optional::stream));
  }

  /** The texts of the modules that are cited. One that is not there is cited without its text. */
  private static SortedMap<String, String> texts(List<Place> places, Path root) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Place place : places) {
      if (place.file().endsWith(".tla") && !texts.containsKey(place.file())) {
        text(root.resolve(place.file())).ifPresent(text -> texts.put(place.file(), text));
      }
    }
    return texts;
  }

  private static Optional<String> text(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= MOST_TEXT
          ? Optional.of(
              new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n"))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
