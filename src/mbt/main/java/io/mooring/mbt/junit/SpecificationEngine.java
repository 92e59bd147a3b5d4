package io.mooring.mbt.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.mooring.mbt.driver.UsageException;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.discovery.SelectorResolver;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.Node;

/** Runs classes with {@link SpecificationTest} on the JUnit Platform, which finds this engine. */
public final class SpecificationEngine extends HierarchicalTestEngine<SpecificationEngine.Nothing> {

  private static final String ID = "mooring-specification";
  private static final String CLASS = "class";
  private static final String TEST = "test";

  private static final EngineDiscoveryRequestResolver<TestDescriptor> RESOLVER =
      EngineDiscoveryRequestResolver.builder()
          .addClassContainerSelectorResolver(SpecificationEngine::isTest)
          .addSelectorResolver(context -> new Resolver(context.getClassNameFilter()))
          .build();

  /** Nothing is handed from test to test. */
  static final class Nothing implements EngineExecutionContext {}

  /** For the JUnit Platform. */
  public SpecificationEngine() {}

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    EngineDescriptor engine = new Root(id);
    RESOLVER.resolve(request, engine);
    return engine;
  }

  @Override
  protected Nothing createExecutionContext(ExecutionRequest request) {
    return new Nothing();
  }

  private static boolean isTest(Class<?> type) {
    return type.isAnnotationPresent(SpecificationTest.class)
        && !Modifier.isAbstract(type.getModifiers());
  }

  private static final class Root extends EngineDescriptor implements Node<Nothing> {
    Root(UniqueId id) {
      super(id, "Mooring specifications");
    }
  }

  /** A class; what is wrong with its annotation is said by a test that fails. */
  private static final class TestClass extends AbstractTestDescriptor implements Node<Nothing> {
    private final String className;
    private final @Nullable SpecificationRun run;
    private final @Nullable UsageException wrong;

    TestClass(UniqueId id, Class<?> type) {
      super(id, type.getSimpleName(), ClassSource.from(type));
      this.className = type.getName();
      SpecificationRun made = null;
      UsageException unfit = null;
      try {
        made = new SpecificationRun(type);
      } catch (UsageException usage) {
        unfit = usage;
      }
      this.run = made;
      this.wrong = unfit;
    }

    String className() {
      return className;
    }

    Set<String> names() {
      return run == null ? Set.of("specification") : run.names();
    }

    void execute(String name) {
      if (run == null) {
        throw wrong == null ? new UsageException("no specification") : wrong;
      }
      run.run(name);
    }

    @Override
    public Type getType() {
      return Type.CONTAINER;
    }

    @Override
    public String getLegacyReportingName() {
      return className;
    }

    @Override
    public void cleanUp(Nothing context) {
      if (run != null) {
        run.close();
      }
    }
  }

  /** One test of a class: a method of its name in the eyes of tools that select tests by name. */
  private static final class TestCase extends AbstractTestDescriptor implements Node<Nothing> {
    private final TestClass of;

    TestCase(UniqueId id, String name, TestClass of) {
      super(id, name, MethodSource.from(of.className(), name));
      this.of = of;
    }

    @Override
    public Type getType() {
      return Type.TEST;
    }

    @Override
    public Nothing execute(Nothing context, DynamicTestExecutor dynamic) {
      of.execute(getDisplayName());
      return context;
    }
  }

  private record Resolver(Predicate<String> names) implements SelectorResolver {

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
      return names.test(selector.getClassName())
          ? resolve(selector.getJavaClass(), context)
          : Resolution.unresolved();
    }

    private Resolution resolve(Class<?> type, Context context) {
      return isTest(type)
          ? match(
              context.addToParent(
                  parent ->
                      Optional.of(
                          new TestClass(parent.getUniqueId().append(CLASS, type.getName()), type))))
          : Resolution.unresolved();
    }

    private static Resolution match(Optional<TestClass> found) {
      return found
          .map(each -> Resolution.match(Match.exact(each, () -> tests(each))))
          .orElseGet(Resolution::unresolved);
    }

    private static Set<DiscoverySelector> tests(TestClass type) {
      Set<DiscoverySelector> all = new LinkedHashSet<>();
      type.names().forEach(name -> all.add(selectUniqueId(type.getUniqueId().append(TEST, name))));
      return all;
    }

    @Override
    public Resolution resolve(MethodSelector selector, Context context) {
      return names.test(selector.getClassName())
          ? test(selector.getMethodName(), () -> selectClass(selector.getClassName()), context)
          : Resolution.unresolved();
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
      UniqueId id = selector.getUniqueId();
      UniqueId.Segment last = id.getLastSegment();
      return switch (last.getType()) {
        case CLASS ->
            ReflectionSupport.tryToLoadClass(last.getValue())
                .toOptional()
                .map(type -> resolve(type, context))
                .orElseGet(Resolution::unresolved);
        case TEST -> test(last.getValue(), () -> selectUniqueId(id.removeLastSegment()), context);
        default -> Resolution.unresolved();
      };
    }

    private static Resolution test(
        String name, Supplier<DiscoverySelector> ofClass, Context context) {
      return context
          .addToParent(
              ofClass,
              parent ->
                  parent instanceof TestClass type && type.names().contains(name)
                      ? Optional.of(new TestCase(type.getUniqueId().append(TEST, name), name, type))
                      : Optional.empty())
          .map(each -> Resolution.match(Match.exact(each)))
          .orElseGet(Resolution::unresolved);
    }
  }
}
