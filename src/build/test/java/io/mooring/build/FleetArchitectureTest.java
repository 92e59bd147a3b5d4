package io.mooring.build;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What judges a fleet knows machines, their traces and counts, and no room; its job knows both. */
@AnalyzeClasses(packages = "io.mooring", importOptions = ImportOption.DoNotIncludeTests.class)
final class FleetArchitectureTest {
  private static final String FLEET = "io.mooring.flink..";

  @ArchTest
  static final ArchRule itKnowsMachinesWithTheirTracesAndCountsAlone =
      ArchitectureTest.onlyKnows(
          "io.mooring.flink",
          resideInAnyPackage("io.mooring.mbt.[machine|trace]", "io.mooring.codegen.counts"));

  @ArchTest
  static final ArchRule theJobKnowsTheFleetAndTheTracesOfTheRoom =
      ArchitectureTest.onlyKnows(
          "io.mooring.flink.job..",
          resideInAnyPackage(
              "io.mooring.flink",
              "io.mooring.room.harness.trace",
              "io.mooring.room.spec",
              "io.mooring.checker.tlc"));

  @ArchTest
  static final ArchRule itsReportKnowsCountsTheModelAndTheDigestOfItsTable =
      ArchitectureTest.onlyKnows(
          "io.mooring.codegen.fleet", resideInAnyPackage("io.mooring.codegen.[counts|emit|model]"));

  @ArchTest
  static final ArchRule itAloneKnowsFlink =
      noClasses()
          .that()
          .resideOutsideOfPackage(FLEET)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");
}
