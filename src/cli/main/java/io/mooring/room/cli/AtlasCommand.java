package io.mooring.room.cli;

import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.Generator;
import io.mooring.codegen.atlas.Atlas;
import io.mooring.codegen.atlas.Enclosing;
import io.mooring.codegen.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code atlas}: one HTML file that shows a machine and lets its reader drive it. */
@Command(
    name = "atlas",
    description = {
      "Writes a page that shows a machine: drive it event by event, and look up its diagram, its"
          + " table, its names and its TLA+ text. One HTML file, opened from disk, without a"
          + " network.",
      "Any specification will do that follows the convention in src/docs/guide/machine-modules.md."
          + " See src/docs/guide/atlas.md."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./mooring atlas --out atlas.html                    the room's",
      "  ./mooring atlas --spec Door.tla --out door.html",
      "  ./mooring atlas --counts target/counts.json --out atlas.html",
      "  ./mooring atlas --compare old.json --out atlas.html",
      "  ./mooring atlas --fleet out/ --out fleet.html"
    })
@HelpSection.In(HelpSection.SHOWN)
final class AtlasCommand implements Callable<Integer> {

  private final Shell shell;
  private final Optional<ProjectExtension> extension;

  @Option(
      names = "--spec",
      paramLabel = "FILE",
      description = "The specification. Default: that of the checkout.")
  private @Nullable Path spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Its configuration. Default: the .cfg file beside it with the same name.")
  private @Nullable Path config;

  @Option(
      names = "--timing",
      paramLabel = "FILE",
      description = "The module that says how long things take. Default: nothing is timed.")
  private @Nullable Path timing;

  @HelpSection.In(HelpSection.PEOPLE)
  @Option(names = "--out", paramLabel = "FILE", description = "The page to write.")
  private @Nullable Path out;

  @Mixin private final AtlasFiles files = new AtlasFiles();

  @Mixin private final CheckerOption checker = new CheckerOption();

  AtlasCommand(Shell shell, Optional<ProjectExtension> extension) {
    this.shell = shell;
    this.extension = extension;
  }

  @Override
  public Integer call() throws TlcException, ModelException, IOException {
    if (out == null) {
      throw new UsageException("--out is missing", "For example: mooring atlas --out atlas.html");
    }
    Path file = shell.resolve(out);
    if (Files.isDirectory(file)) {
      throw new UsageException(
          "--out names " + shell.show(file) + ", which is a folder", "Name a file in it.");
    }
    Generator generator = new Generator(checker.tlc(shell));
    Enclosing enclosed = files.read(shell);
    Atlas.Page page =
        spec == null ? own(generator, enclosed) : other(generator, shell.existing(spec), enclosed);
    page.write(file);
    page.sizes(shell.show(file)).forEach(shell::say);
    return 0;
  }

  private Atlas.Page other(Generator generator, Path module, Enclosing enclosed)
      throws TlcException, ModelException {
    return generator.atlas(
        module,
        shell.existing(config == null ? ModuleFile.beside(module, ".cfg") : config),
        Optional.ofNullable(timing).map(shell::existing),
        enclosed);
  }

  private Atlas.Page own(Generator generator, Enclosing enclosed)
      throws TlcException, ModelException {
    if (config != null || timing != null) {
      throw new UsageException(
          (config != null ? "--config" : "--timing") + " belongs to --spec",
          "Name a specification, or leave it out.");
    }
    Generator.Request own =
        extension
            .orElseThrow(
                () ->
                    new UsageException(
                        "--spec is missing: only a checkout of Mooring has a default specification",
                        "For example: mooring atlas --spec Door.tla --out door.html"))
            .ownTree(shell.project())
            .request();
    return generator.atlas(own, enclosed);
  }
}
