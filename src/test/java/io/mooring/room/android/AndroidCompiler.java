package io.mooring.room.android;

import com.android.tools.r8.ClassFileResourceProvider;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import com.android.tools.r8.OutputMode;
import com.android.tools.r8.ProgramResource;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.origin.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Android's compiler and its shrinker, with everything that they complain about. */
final class AndroidCompiler implements DiagnosticsHandler {

  /** The oldest Android that the library runs on. */
  private static final int API = 26;

  static {
    // The compiler checks itself, for seven times as long as it works.
    AndroidCompiler.class.getClassLoader().setPackageAssertionStatus("com.android.tools.r8", false);
  }

  final List<String> complaints = new ArrayList<>();

  /** Compiles classes for Android; as class files, so that they can be looked at and run. */
  void compile(Path to, OutputMode mode, List<Path> classes) throws Exception {
    D8.run(
        D8Command.builder(this)
            .addProgramFiles(classes)
            .addLibraryResourceProvider(new Platform())
            .setMinApiLevel(API)
            .setOutput(to, mode)
            .build());
  }

  /** Shrinks, optimises and renames classes, as an application does before its release. */
  void shrink(Path to, OutputMode mode, String rules, List<Path> classes) throws Exception {
    R8Command.Builder command =
        R8Command.builder(this)
            .addProgramFiles(classes)
            .addLibraryResourceProvider(new Platform())
            .addProguardConfiguration(Arrays.asList(rules.split("\n", -1)), Origin.unknown())
            .setOutput(to, mode);
    if (mode != OutputMode.ClassFile) {
      command.setMinApiLevel(API);
    }
    R8.run(command.build());
  }

  /** The class files below a folder, without that of the module. */
  static List<Path> classes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !file.endsWith("module-info.class"))
          .sorted()
          .toList();
    }
  }

  @Override
  public void error(Diagnostic error) {
    complaints.add(error.getDiagnosticMessage());
  }

  @Override
  public void warning(Diagnostic warning) {
    complaints.add(warning.getDiagnosticMessage());
  }

  /** The modules of the JDK that Android has, too, under the names of Android's own classes. */
  private static final class Platform implements ClassFileResourceProvider {

    private final Map<String, Path> files = new TreeMap<>();

    Platform() throws IOException {
      Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
      for (String name : List.of("java.base", "java.logging")) {
        Path module = modules.resolve(name);
        for (Path file : classes(module)) {
          String type = module.relativize(file).toString().replaceAll("\\.class$", "");
          files.put("L" + type + ";", file);
        }
      }
    }

    @Override
    public Set<String> getClassDescriptors() {
      return files.keySet();
    }

    @Override
    public @Nullable ProgramResource getProgramResource(String descriptor) {
      Path file = files.get(descriptor);
      if (file == null) {
        return null;
      }
      try {
        return ProgramResource.fromBytes(
            Origin.unknown(),
            ProgramResource.Kind.CF,
            Files.readAllBytes(file),
            Set.of(descriptor));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
