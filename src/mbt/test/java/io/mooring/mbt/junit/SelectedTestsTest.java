package io.mooring.mbt.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What an IDE or a build tool does: finds tests, shows them, and runs some again, by all engines.
 */
final class SelectedTestsTest {
  private static final String RANDOM = "random walks";

  private static LauncherDiscoveryRequest request(List<? extends DiscoverySelector> selectors) {
    return LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
  }

  private static TestPlan plan(DiscoverySelector selector) {
    return LauncherFactory.create().discover(request(List.of(selector)));
  }

  /** The tests of a plan in its order. */
  private static List<TestIdentifier> tests(TestPlan plan) {
    return plan.getRoots().stream()
        .flatMap(root -> plan.getDescendants(root).stream())
        .filter(TestIdentifier::isTest)
        .toList();
  }

  /** The ends of the tests that are run, by the order in which they end. */
  private static List<End> run(List<? extends DiscoverySelector> selectors) {
    List<End> ends = new ArrayList<>();
    LauncherFactory.create()
        .execute(
            request(selectors),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                  ends.add(new End(test.getUniqueId(), test.getDisplayName(), result.getStatus()));
                }
              }
            });
    return ends;
  }

  private record End(String id, String name, TestExecutionResult.Status status) {
    boolean failed() {
      return status != TestExecutionResult.Status.SUCCESSFUL;
    }
  }

  @Test
  void theTreeHasTheClassAndItsTestsByTheirNames() {
    TestPlan plan = plan(selectClass(QueueTest.class));
    TestIdentifier test =
        tests(plan).stream().filter(each -> each.getDisplayName().equals(RANDOM)).findAny().get();
    TestIdentifier type = plan.getParent(test).orElseThrow();

    assertThat(type.getDisplayName()).isEqualTo("QueueTest");
    assertThat(type.getSource()).contains(ClassSource.from(QueueTest.class));
    assertThat(type.isContainer()).isTrue();
    assertThat(plan.getParent(type).orElseThrow().getDisplayName())
        .isEqualTo("Mooring specifications");
    assertThat(plan.getChildren(type)).hasSize(8).containsExactlyElementsOf(tests(plan));
    assertThat(test.getSource()).contains(MethodSource.from(QueueTest.class.getName(), RANDOM));
    assertThat(test.getUniqueId())
        .isEqualTo(
            "[engine:mooring-specification]/[class:io.mooring.mbt.junit.QueueTest]"
                + "/[test:random walks]");
  }

  @Test
  void aTestIsRunAloneByItsUniqueIdOrByItsName() {
    Stream.of(RANDOM, "property TypeOK", "witness Full")
        .forEach(
            name -> {
              String id =
                  tests(plan(selectClass(QueueTest.class))).stream()
                      .filter(test -> test.getDisplayName().equals(name))
                      .map(TestIdentifier::getUniqueId)
                      .findAny()
                      .orElseThrow();
              End end = new End(id, name, TestExecutionResult.Status.SUCCESSFUL);

              assertThat(run(List.of(selectUniqueId(id)))).containsExactly(end);
              assertThat(run(List.of(selectMethod(QueueTest.class.getName() + "#" + name))))
                  .containsExactly(end);
            });
    assertThat(tests(plan(selectMethod(QueueTest.class.getName(), "witness None")))).isEmpty();
  }

  @Test
  void thoseThatFailedAreRunAgain() {
    List<End> all = run(List.of(selectClass(QueueTest.TooBig.class)));
    List<End> failed = all.stream().filter(End::failed).toList();

    assertThat(failed).hasSizeBetween(1, all.size() - 1);
    assertThat(run(failed.stream().map(each -> selectUniqueId(each.id())).toList()))
        .isEqualTo(failed);
  }

  @Test
  void aPackageHasTheClassesWhoseNamesAreWanted() {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectPackage(QueueTest.class.getPackageName()))
            .filters(ClassNameFilter.includeClassNamePatterns(".*\\.(QueueTest|CacheTest)"))
            .build();
    Set<String> classes =
        tests(LauncherFactory.create().discover(request)).stream()
            .map(test -> (MethodSource) test.getSource().orElseThrow())
            .map(MethodSource::getClassName)
            .collect(Collectors.toSet());

    assertThat(classes)
        .containsExactlyInAnyOrder(QueueTest.class.getName(), CacheTest.class.getName());
  }
}
