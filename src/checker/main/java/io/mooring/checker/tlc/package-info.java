/**
 * The TLA+ tools as a library: parse, check, explore and step a specification from Java.
 *
 * <p>{@link io.mooring.checker.tlc.Tlc} is the way in. TLC keeps the specification that it works on
 * in static fields, so every run gets a separate class loader, with a private folder for whatever
 * it writes; nothing of TLC's is visible outside {@code inside}, and only the types of this package
 * and of the JDK cross that border. Many specifications can therefore be checked by one process,
 * one after the other or at the same time.
 */
@NullMarked
package io.mooring.checker.tlc;

import org.jspecify.annotations.NullMarked;
