package io.mooring.build;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the parts of the prover may import. */
@AnalyzeClasses(packages = "io.mooring", importOptions = ImportOption.DoNotIncludeTests.class)
final class ProverArchitectureTest {

  @ArchTest
  static final ArchRule theProverKnowsOnlyTheChecker =
      ArchitectureTest.onlyKnows("io.mooring.prover..", resideInAPackage("io.mooring.checker.."));

  @ArchTest
  static final ArchRule termsKnowNothingOfTla =
      ArchitectureTest.onlyKnows("io.mooring.prover.smt", ArchitectureTest.NOTHING);

  @ArchTest
  static final ArchRule valuesOfTheProverAreMadeOfTermsAlone =
      ArchitectureTest.onlyKnows(
          "io.mooring.prover.value", resideInAPackage("io.mooring.prover.smt"));

  @ArchTest
  static final ArchRule onlyTheSolversKnowTheirLibraries =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.mooring.prover.solver")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.microsoft.z3..", "de.uni_freiburg..");

  @ArchTest
  static final ArchRule thePartsOfTheProverFormNoCycle =
      slices().matching("io.mooring.prover.(*)..").should().beFreeOfCycles();
}
