package io.mooring.build;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the starter for Spring Boot may import, and where: most of it is not always there. */
@AnalyzeClasses(packages = "io.mooring", importOptions = ImportOption.DoNotIncludeTests.class)
final class StarterArchitectureTest {
  private static final String STARTER = "io.mooring.room.spring.boot..";
  private static final String JANUS = "io.mooring.room.janus";

  @ArchTest
  static final ArchRule theStarterKnowsTheLibraryAndWhatItMakesBeansOf =
      ArchitectureTest.onlyKnows(
          STARTER,
          ArchitectureTest.LIBRARY.or(
              resideInAnyPackage("io.mooring.room.spring", "io.mooring.room.micrometer", JANUS)));

  @ArchTest
  static final ArchRule nothingKnowsTheStarter =
      noClasses()
          .that()
          .resideOutsideOfPackage(STARTER)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(STARTER);

  @ArchTest
  static final ArchRule theStarterKnowsNoStateMachineOfSpring =
      noClasses()
          .that()
          .resideInAPackage(STARTER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.statemachine..", "reactor..");

  @ArchTest
  static final ArchRule oneClassOfTheStarterKnowsTheSpringEngine =
      noClasses()
          .that()
          .resideInAPackage(STARTER)
          .and()
          .doNotHaveSimpleName("SpringStatemachine")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*\\.spring\\.(spec\\..*|.*Engines?|RoomConnectionConfiguration)");

  @ArchTest
  static final ArchRule onlyClassesOfTheStarterThatSayJanusKnowIt =
      noClasses()
          .that()
          .resideInAPackage(STARTER)
          .and()
          .haveNameNotMatching(".*\\.Janus.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(JANUS);

  @ArchTest static final ArchRule oneClassKnowsTheHealthOfBoot3 = oneHealthClass("3", "actuate");

  @ArchTest static final ArchRule oneClassKnowsTheHealthOfBoot4 = oneHealthClass("4", "health");

  /** Each generation of Spring Boot has its health indicators elsewhere. */
  private static ArchRule oneHealthClass(String generation, String root) {
    return noClasses()
        .that()
        .resideInAPackage(STARTER)
        .and()
        .doNotHaveSimpleName("Boot" + generation + "HealthAutoConfiguration")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("org\\.springframework\\.boot\\." + root + "\\.(.*\\.)?.*Health.*");
  }
}
