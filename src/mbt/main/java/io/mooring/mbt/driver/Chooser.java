package io.mooring.mbt.driver;

import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import java.util.Optional;
import java.util.Set;

/** Chooses what a driver is given next. */
@FunctionalInterface
interface Chooser {

  /**
   * The next action; empty to end the walk.
   *
   * @param states the states that the specification may be in
   * @param last the name of the last action that was carried out; empty if there is none
   */
  Optional<SpecAction> next(Set<SpecState> states, String last);
}
