package io.mooring.build;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.StateGraph;
import io.mooring.checker.tlc.Tlc;
import io.mooring.room.spec.Location;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which module may import which: every module is on the class path here. */
@AnalyzeClasses(packages = "io.mooring", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ROOM = "io.mooring.room";
  private static final String SPEC = ROOM + ".spec";
  private static final String FLIGHT = ROOM + ".flight";
  private static final String TRACE = ROOM + ".trace";
  private static final String MONITOR = ROOM + ".monitor";
  private static final String CHECKER = "io.mooring.checker..";
  private static final String CODEGEN = "io.mooring.codegen..";
  private static final String TLC = "io.mooring.checker.tlc";
  private static final String TLC_INSIDE = "io.mooring.checker.tlc.inside..";
  private static final String TESTKIT = ROOM + ".testkit..";
  private static final String HARNESS = ROOM + ".harness..";
  private static final String HARNESS_TOP = ROOM + ".harness";
  private static final String HARNESS_MODEL = HARNESS_TOP + ".model";
  private static final String HARNESS_LOG = HARNESS_TOP + ".log";
  private static final String HARNESS_STEP = HARNESS_TOP + ".step";
  private static final String HARNESS_TIMED = HARNESS_TOP + ".timed";
  private static final String HARNESS_CONFORMANCE = HARNESS_TOP + ".conformance";
  private static final String MBT = "io.mooring.mbt..";
  private static final String SPRING = ROOM + ".spring..";
  private static final String SPRING_TOP = ROOM + ".spring";
  private static final String SPRING_GENERATED = ROOM + ".spring.spec..";
  private static final String MICROMETER = ROOM + ".micrometer..";
  private static final String JANUS = ROOM + ".janus..";
  private static final String CLI = ROOM + ".cli..";
  private static final String MAVEN = "io.mooring.maven..";
  private static final String BUILD = "io.mooring.build..";

  /** The library is what is left when every other module is taken away. */
  static final DescribedPredicate<JavaClass> LIBRARY =
      resideInAPackage(ROOM + "..")
          .and(
              DescribedPredicate.not(
                  resideInAnyPackage(TESTKIT, HARNESS, SPRING, MICROMETER, JANUS, CLI)))
          .as("the library");

  static final DescribedPredicate<JavaClass> NOTHING =
      DescribedPredicate.<JavaClass>alwaysFalse().as("nothing");

  private static final DescribedPredicate<JavaClass> OUTSIDE_THE_HARNESS =
      DescribedPredicate.not(resideInAPackage(HARNESS)).as("what is outside the harness");

  private static final DescribedPredicate<JavaClass> TLA_TOOLS =
      resideInAnyPackage("tlc2..", "tla2sany..", "tla2tex..", "tla2unicode..", "pcal..", "util..")
          .as("the TLA+ tools");

  /** Of this project a package may depend on itself and on what is allowed, and on nothing else. */
  static ArchRule onlyKnows(String who, DescribedPredicate<JavaClass> allowed) {
    return noClasses()
        .that()
        .resideInAPackage(who)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.mooring..")
                .and(DescribedPredicate.not(resideInAPackage(who).or(allowed)))
                .as("of this project, but not " + allowed.getDescription()));
  }

  @ArchTest
  static final ArchRule theLibraryNeedsOnlyTheJdk =
      classes()
          .that(LIBRARY)
          .should()
          .onlyDependOnClassesThat(
              LIBRARY
                  .or(
                      resideInAnyPackage(
                          "java.lang..", "java.util..", "java.time..", "java.math", "java.io"))
                  .or(resideInAnyPackage("java.nio.file..", "jdk.jfr"))
                  .or(resideInAPackage("org.jspecify.annotations")));

  @ArchTest
  static final ArchRule theConnectionNeedsTheGeneratedPackageAndTheFlightRecordersAlone =
      onlyKnows(ROOM, resideInAnyPackage(SPEC, FLIGHT));

  @ArchTest
  static final ArchRule theFlightRecordersPackageKnowsTheGeneratedPackageAlone =
      onlyKnows(FLIGHT, resideInAPackage(SPEC));

  @ArchTest
  static final ArchRule theMonitorKnowsTheConnectionAndTheGeneratedPackageAlone =
      onlyKnows(MONITOR, resideInAnyPackage(ROOM, SPEC));

  @ArchTest
  static final ArchRule tracesKnowTheConnectionAndTheGeneratedPackageAlone =
      onlyKnows(TRACE, resideInAnyPackage(ROOM, SPEC));

  @ArchTest
  static final ArchRule onlyTheFlightRecordersPackageKnowsIt =
      noClasses()
          .that()
          .resideOutsideOfPackage(FLIGHT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.jfr..");

  @ArchTest
  static final ArchRule onlyTracesKnowFiles =
      noClasses()
          .that(LIBRARY)
          .and()
          .resideOutsideOfPackage(TRACE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.nio..");

  @ArchTest
  static final ArchRule generatedJavaImportsNothingOfOurs =
      classes()
          .that()
          .resideInAPackage(SPEC)
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage(SPEC, "java.."));

  @ArchTest
  static final ArchRule onlyTheInnerSideOfTlcKnowsTheTlaTools =
      noClasses().that().resideOutsideOfPackage(TLC_INSIDE).should().dependOnClassesThat(TLA_TOOLS);

  @ArchTest static final ArchRule theCheckerKnowsNothingElseOfOurs = onlyKnows(CHECKER, NOTHING);

  @ArchTest
  static final ArchRule theOuterSideOfTlcKnowsNoOtherPartOfTheChecker = onlyKnows(TLC, NOTHING);

  @ArchTest
  static final ArchRule theTextsOfTracesKnowTlcAloneAndNotWhatIsCheckedWithIt =
      onlyKnows("io.mooring.checker.trace", resideInAPackage(TLC));

  @ArchTest
  static final ArchRule theGeneratorKnowsOnlyTheChecker =
      onlyKnows(CODEGEN, resideInAPackage(CHECKER));

  @ArchTest
  static final ArchRule theMavenPluginKnowsOnlyTheCheckerAndTheGenerator =
      onlyKnows(MAVEN, resideInAnyPackage(CHECKER, CODEGEN));

  @ArchTest
  static final ArchRule onlyTheMavenPluginKnowsMaven =
      noClasses()
          .that()
          .resideOutsideOfPackage(MAVEN)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.maven..");

  @ArchTest
  static final ArchRule onlyItsClassLoaderReachesTheInnerSideOfTlc =
      noClasses()
          .that()
          .resideOutsideOfPackage(TLC_INSIDE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(TLC_INSIDE);

  @ArchTest
  static final ArchRule theInnerSideOfTlcSharesOnlyPlainTypes =
      classes()
          .that()
          .resideInAPackage(TLC_INSIDE)
          .should()
          .onlyDependOnClassesThat(
              TLA_TOOLS
                  .or(resideInAnyPackage(TLC, TLC_INSIDE))
                  .or(resideInAnyPackage("java..", "javax..", "org.jspecify.annotations")));

  @ArchTest
  static final ArchRule anEmitterSeesTheModelAndTheSinkAlone =
      onlyKnows(
          "io.mooring.codegen.emit",
          resideInAnyPackage("io.mooring.codegen.model", "io.mooring.codegen.sink"));

  @ArchTest
  static final ArchRule typeScriptIsMadeOfWhatEmittersSee =
      onlyKnows(
          "io.mooring.codegen.emit.typescript",
          resideInAnyPackage(
              "io.mooring.codegen.emit", "io.mooring.codegen.model", "io.mooring.codegen.sink"));

  @ArchTest
  static final ArchRule vectorsAreMadeOfWhatEmittersSee =
      onlyKnows(
          "io.mooring.codegen.vectors",
          resideInAnyPackage(
              "io.mooring.codegen.emit", "io.mooring.codegen.model", "io.mooring.codegen.sink"));

  @ArchTest
  static final ArchRule pagesAreMadeOfTheModelItsLayoutAndReportsAlone =
      onlyKnows(
          "io.mooring.codegen.atlas",
          resideInAnyPackage(
              "..codegen.[counts|emit|fleet|model]", "..emit.typescript", "..checker.report"));

  @ArchTest
  static final ArchRule countsKnowTheModelAndTheDigestOfItsTableAlone =
      onlyKnows(
          "io.mooring.codegen.counts",
          resideInAnyPackage("io.mooring.codegen.emit", "io.mooring.codegen.model"));

  @ArchTest
  static final ArchRule theModelKnowsNoOtherStageAndNoChecker =
      onlyKnows("io.mooring.codegen.model", NOTHING);

  @ArchTest
  static final ArchRule onlyTheModelBuilderRunsTlc =
      noClasses()
          .that()
          .resideInAPackage("io.mooring.codegen.spec")
          .and()
          .doNotHaveSimpleName("ModelBuilder")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Tlc.class, Oracle.class, StateGraph.class);

  @ArchTest
  static final ArchRule theSinkKnowsNothingOfWhatItWrites =
      onlyKnows("io.mooring.codegen.sink", NOTHING);

  @ArchTest
  static final ArchRule onlyTheSpringModulesKnowSpring =
      noClasses()
          .that()
          .resideOutsideOfPackage(SPRING)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "reactor..");

  @ArchTest
  static final ArchRule theSpringModuleKnowsOnlyTheLibrary =
      onlyKnows(SPRING_TOP, LIBRARY.or(resideInAPackage(SPRING_GENERATED)));

  @ArchTest
  static final ArchRule onlyTheMicrometerModuleAndItsAutoConfigurationKnowMicrometer =
      noClasses()
          .that()
          .resideOutsideOfPackage(MICROMETER)
          .and()
          .haveNameNotMatching(".*\\.RoomMetricsAutoConfiguration.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.micrometer..");

  @ArchTest
  static final ArchRule theMicrometerModuleKnowsOnlyTheLibrary = onlyKnows(MICROMETER, LIBRARY);

  @ArchTest static final ArchRule theJanusModuleKnowsOnlyTheLibrary = onlyKnows(JANUS, LIBRARY);

  @ArchTest
  static final ArchRule theTestkitKnowsOnlyTheLibrary =
      classes()
          .that()
          .resideInAPackage(TESTKIT)
          .should()
          .onlyDependOnClassesThat(
              LIBRARY.or(resideInAnyPackage(TESTKIT, "java..", "org.jspecify.annotations")));

  @ArchTest
  static final ArchRule modelBasedTestingKnowsNoRoom =
      noClasses()
          .that()
          .resideInAPackage(MBT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOM + "..", "org.springframework..");

  @ArchTest
  static final ArchRule thePartsOfModelBasedTestingFormNoCycle =
      slices().matching("io.mooring.mbt.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theHarnessKnowsNoEngineButTheLibrarys =
      onlyKnows(HARNESS, LIBRARY.or(resideInAnyPackage(TESTKIT, MBT, CODEGEN, CHECKER)));

  @ArchTest
  static final ArchRule theModelOfTheHarnessKnowsNoOtherPackageOfIt =
      onlyKnows(HARNESS_MODEL, OUTSIDE_THE_HARNESS);

  @ArchTest
  static final ArchRule theLogOfTheHarnessKnowsItsModelAlone =
      onlyKnows(HARNESS_LOG, OUTSIDE_THE_HARNESS.or(resideInAPackage(HARNESS_MODEL)));

  @ArchTest
  static final ArchRule theChecksOfEachStepKnowModelAndLogAlone =
      onlyKnows(
          HARNESS_STEP, OUTSIDE_THE_HARNESS.or(resideInAnyPackage(HARNESS_MODEL, HARNESS_LOG)));

  @ArchTest
  static final ArchRule theTimedRunsKnowModelAndLogAlone =
      onlyKnows(
          HARNESS_TIMED, OUTSIDE_THE_HARNESS.or(resideInAnyPackage(HARNESS_MODEL, HARNESS_LOG)));

  @ArchTest
  static final ArchRule theConformanceSuiteOfTheRoomKnowsTheModelAlone =
      onlyKnows(HARNESS_CONFORMANCE, OUTSIDE_THE_HARNESS.or(resideInAPackage(HARNESS_MODEL)));

  @ArchTest
  static final ArchRule nothingOfTheHarnessKnowsItsTop =
      noClasses()
          .that()
          .resideInAPackage(HARNESS)
          .and()
          .resideOutsideOfPackage(HARNESS_TOP)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(HARNESS_TOP);

  @ArchTest
  static final ArchRule noModuleKnowsWhatOnlyThisRepositoryNeeds =
      noClasses()
          .that()
          .resideOutsideOfPackage(BUILD)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BUILD);

  @ArchTest
  static final ArchRule onlyThisRepositoryKnowsTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackages(CLI, BUILD)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CLI);

  @ArchTest
  static final ArchRule nobodyReachesForWhatOthersHappenToBring =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google..", "org.slf4j..", "org.apache.commons..", "sun..");

  @ArchTest
  static final ArchRule theStagesOfTheGeneratorFormNoCycle =
      slices().matching("io.mooring.codegen.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule thePartsOfTheCheckerFormNoCycle =
      slices().matching("io.mooring.checker.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theLibraryReadsNoWallClock =
      noClasses()
          .that(LIBRARY)
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .callMethod(Math.class, "random");

  @Test
  void theLibrarysModuleOpensExactlyItsFourPackages() throws URISyntaxException {
    Path library =
        Path.of(Location.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    ModuleDescriptor module =
        ModuleFinder.of(library).find("io.mooring.room").orElseThrow().descriptor();

    assertThat(module.isOpen()).isFalse();
    assertThat(module.exports().stream().map(ModuleDescriptor.Exports::toString))
        .containsExactlyInAnyOrder(ROOM, ROOM + ".monitor", SPEC, TRACE);
    assertThat(
            module.requires().stream()
                .filter(r -> !r.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .map(ModuleDescriptor.Requires::name)
                .collect(Collectors.toSet()))
        .containsExactly("java.base");
  }
}
