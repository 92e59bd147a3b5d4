package io.mooring.mbt.driver;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that carries out one action of a specification. Its parameters are those of the action,
 * in the order of its definition, as Java types (see {@link JavaValues}). It returns nothing, or an
 * {@link Outcome}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Step {

  /** The name of the action; if empty, the method's own with a capital letter. */
  String value() default "";

  /**
   * What the implementation throws to refuse the action: then the specification must not allow it.
   */
  Class<? extends Throwable>[] refusedBy() default {};
}
