package io.mooring.mbt.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What the JUnit Platform said of a run of the engine.
 *
 * @param passed the names of the tests that passed
 * @param failures why the others failed, by their names
 */
record Launched(List<String> passed, Map<String, Throwable> failures) {

  static Launched of(Class<?> type) {
    return of(selectClass(type));
  }

  /** A run of one test of a class. */
  static Launched of(Class<?> type, String test) {
    return of(
        selectUniqueId(
            UniqueId.forEngine("mooring-specification")
                .append("class", type.getName())
                .append("test", test)));
  }

  private static Launched of(DiscoverySelector selector) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selector)
            .filters(EngineFilter.includeEngines("mooring-specification"))
            .build();
    List<String> passed = new ArrayList<>();
    Map<String, Throwable> failures = new LinkedHashMap<>();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getThrowable().isPresent()) {
                  failures.put(test.getDisplayName(), result.getThrowable().get());
                } else if (test.isTest()) {
                  passed.add(test.getDisplayName());
                }
              }
            });
    return new Launched(passed, failures);
  }
}
