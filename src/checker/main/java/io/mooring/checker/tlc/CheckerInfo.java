package io.mooring.checker.tlc;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is known of a checker.
 *
 * @param family the family that it belongs to, by the release that the family began with
 * @param version its version, in its own words
 * @param features what it can do of what not all of them can
 */
public record CheckerInfo(String family, String version, Set<Feature> features) {

  /** Copies the features, in the order of their declaration. */
  public CheckerInfo {
    EnumSet<Feature> copy = EnumSet.noneOf(Feature.class);
    copy.addAll(features);
    features = Collections.unmodifiableSet(copy);
  }
}
