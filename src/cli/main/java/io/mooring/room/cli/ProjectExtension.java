package io.mooring.room.cli;

import io.mooring.codegen.Generator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Commands and paths that a project adds to the command line.
 *
 * <p>Implementations are found by {@link ServiceLoader}. So the paths and the commands of this
 * repository are on its own class path, and not in the jar of the command line.
 */
public interface ProjectExtension {

  /** The commands that the project adds, annotated for picocli. */
  List<Callable<Integer>> commands(Shell shell);

  /** What {@code generate} writes when no specification is named. */
  OwnTree ownTree(Path project);

  /**
   * The folder of generated files of a project.
   *
   * @param request the specification and the packages
   * @param folder the folder that is written
   * @param others folders within it, with a slash at the end, whose files have other authors
   */
  record OwnTree(Generator.Request request, Path folder, Set<String> others) {

    /** A tree; the set is copied. */
    public OwnTree {
      others = Set.copyOf(others);
    }
  }

  /** The extension on the class path, if there is one. */
  static Optional<ProjectExtension> load() {
    return ServiceLoader.load(ProjectExtension.class, ProjectExtension.class.getClassLoader())
        .findFirst();
  }
}
