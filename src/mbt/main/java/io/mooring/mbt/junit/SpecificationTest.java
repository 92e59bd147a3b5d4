package io.mooring.mbt.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * A class that tests an implementation against a specification. It is a {@link
 * io.mooring.mbt.driver.Driver}, or has methods with {@link io.mooring.mbt.driver.Step} and {@link
 * io.mooring.mbt.driver.Shown}, and has a constructor without parameters: each walk has a new
 * object of it.
 *
 * <p>Its tests are the properties of the model, checked by TLC; witnesses; walks in which every
 * action happens, in which every pair of actions follows each other that can, and random ones; and
 * what they covered, which fails if the driver shows nothing. They need no other test engine, and
 * the class needs no other annotation.
 */
@Documented
@Inherited
@Testable
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SpecificationTest {

  /**
   * The module, a {@code .tla} file: from the folder of the project, or of the class's resources.
   */
  String value();

  /** Its configuration, from the folder of the module; if empty, the one of the same name. */
  String config() default "";

  /** State or action predicates of the module of which each must be true somewhere. */
  String[] witnesses() default {};

  /** The names of actions that happen by themselves, unseen: the driver is never given one. */
  String[] internal() default {};

  /**
   * The names of actions that the implementation must refuse where the specification does not allow
   * them: walks try them there, too.
   */
  String[] refused() default {};

  /**
   * The names of actions that the driver cannot take. Where it would be given one nothing happens,
   * and that is counted. A driver may also answer {@link io.mooring.mbt.driver.Outcome#ignored()}.
   */
  String[] ignored() default {};

  /** The seed of the random walks. */
  long seed() default 1;

  /** How many random walks there are, unless there is a time for them. */
  int walks() default 100;

  /** For how many seconds random walks are made; the report says how many they were. */
  int seconds() default 0;

  /** How many steps a walk has at most. */
  int steps() default 50;

  /** How many milliseconds one call of the driver may take; with more it hangs. */
  long stepMillis() default 5_000;

  /** How many states are explored to know what can be covered. */
  int states() default 10_000;

  /**
   * Whether to write, of a machine module, how often the walks took each row, edge and pair: {@code
   * counts.json}, which the atlas shows. A walk is counted as long as what the driver shows leaves
   * one state possible.
   */
  boolean counts() default false;

  /**
   * The folder for what is written: what was covered; of what was found a JUnit test that shows it
   * again, and a behaviour of the specification in the Informal Trace Format.
   */
  String output() default "target/specification-tests";
}
