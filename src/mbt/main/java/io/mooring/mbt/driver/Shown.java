package io.mooring.mbt.driver;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method without parameters that shows a part of the implementation's state: the value of a
 * variable of the specification, or of a definition without parameters. It is called at the
 * beginning of a walk and after each action.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Shown {

  /** The name of the variable or definition; if empty, the method's own. */
  String value() default "";
}
