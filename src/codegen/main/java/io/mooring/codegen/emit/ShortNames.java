package io.mooring.codegen.emit;

import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which constants a file may name without their enum, because no two of them share a name. */
final class ShortNames {

  private final Set<String> types = new TreeSet<>();

  /**
   * The short names of a file with columns of locations, events, outcomes, codes and effects; the
   * first column that needs a name gets it.
   *
   * @param reserved names that the file uses for itself
   */
  ShortNames(Model model, Set<String> reserved) {
    Set<String> taken = new TreeSet<>(reserved);
    claim("Location", model.locations().stream().map(Location::name).toList(), taken);
    claim("Event", model.events().stream().map(Event::name).toList(), taken);
    claimEnumeration(model, "Outcome", taken);
    new ModelLookup(model).codes().ifPresent(type -> claimEnumeration(model, type, taken));
    claimEnumeration(model, "Effect", taken);
  }

  private void claimEnumeration(Model model, String type, Set<String> taken) {
    claim(type, model.enumeration(type).constants().stream().map(Constant::name).toList(), taken);
  }

  private void claim(String type, List<String> constants, Set<String> taken) {
    if (constants.stream().noneMatch(taken::contains)) {
      types.add(type);
      taken.addAll(constants);
    }
  }

  /** A constant as the file names it. */
  String constant(String type, String name) {
    return types.contains(type) ? name : type + "." + name;
  }

  /** The imports that this takes, for those of these enums that have short names. */
  List<String> imports(String javaPackage, Set<String> used) {
    return types.stream()
        .filter(used::contains)
        .map(type -> "import static " + javaPackage + "." + type + ".*;")
        .toList();
  }
}
