package io.mooring.build;

import io.mooring.codegen.Generator;
import io.mooring.codegen.emit.Extra;
import io.mooring.codegen.emit.Target;
import io.mooring.room.cli.ProjectExtension;
import io.mooring.room.cli.Shell;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** The paths of this repository, and the commands that only it has. */
public final class Repository implements ProjectExtension {

  /** The command that makes the generated folder current. */
  static final String GENERATE = "./mooring generate";

  /** The contract. */
  static final String MODULE = "spec/RoomConnection.tla";

  /** The configuration of the contract. */
  static final String CONFIG = "spec/RoomConnection.cfg";

  private static final String TIMING = "spec/RoomTiming.tla";
  private static final String TIMED = "spec/RoomReconnect.tla";
  private static final String TIMED_CONFIG = "spec/RoomReconnect.cfg";
  private static final String HARNESS_PACKAGE = "io.mooring.room.harness.spec";
  private static final String JAVA_PACKAGE = "io.mooring.room.spec";
  private static final String SPRING_PACKAGE = "io.mooring.room.spring.spec";
  private static final String GENERATED = "generated";

  /** Tests write here what they have measured; no specification gives it. */
  private static final String MEASURED = "docs/measured/";

  /** The index of what is proven without bounds; {@link WithoutBounds} compares it. */
  private static final String PROOF = "proof/";

  /** Called by {@link java.util.ServiceLoader}. */
  public Repository() {}

  @Override
  public List<Callable<Integer>> commands(Shell shell) {
    return List.of(new ProveClaimsCommand(shell), new BenchCommand(shell), new FleetCommand());
  }

  @Override
  public OwnTree ownTree(Path project) {
    return tree(project);
  }

  /** The generated folder of this repository. */
  static OwnTree tree(Path project) {
    return new OwnTree(
        new Generator.Request(
            project.resolve(MODULE),
            project.resolve(CONFIG),
            Optional.of(project.resolve(TIMING)),
            List.of(
                new Generator.Cited(
                    project.resolve(TIMED),
                    project.resolve(TIMED_CONFIG),
                    TIMED,
                    "harness",
                    HARNESS_PACKAGE)),
            new Target(
                JAVA_PACKAGE,
                Optional.of(SPRING_PACKAGE),
                MODULE,
                Optional.of(TIMING),
                GENERATE,
                Set.of(Extra.TYPESCRIPT)),
            /* atlas= */ true,
            Counterexamples.walks(project)),
        project.resolve(GENERATED),
        Set.of(MEASURED, PROOF));
  }
}
