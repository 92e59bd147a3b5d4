package io.mooring.room.android;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.OutputMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Android's own compiler and shrinker take the library, and what they write works. */
final class AndroidTest {

  private static final String RULES = "META-INF/proguard/mooring.pro";
  private static final String APPLICATION =
      "-keep class " + OneCall.class.getName() + " { public static void main(...); }\n";

  private final AndroidCompiler compiler = new AndroidCompiler();

  private final Path scratch;
  private final Path compiled;

  AndroidTest(@TempDir Path scratch) throws Exception {
    this.scratch = scratch;
    compiled = Files.createDirectory(scratch.resolve("compiled"));
  }

  private static List<Path> libraryAnd(Class<?> program) throws Exception {
    return Stream.concat(
            AndroidCompiler.classes(JavaVirtualMachine.library()).stream(),
            Stream.of(file(program)))
        .toList();
  }

  private static Path file(Class<?> type) {
    return JavaVirtualMachine.tests().resolve(type.getName().replace('.', '/') + ".class");
  }

  @Test
  void itsCompilerTakesTheLibraryWithoutAWarning() throws Exception {
    compiler.compile(compiled, OutputMode.DexIndexed, libraryAnd(OneCall.class));

    assertThat(compiler.complaints).isEmpty();
    assertThat(compiled.resolve("classes.dex")).isNotEmptyFile();
  }

  /** Records, string concatenation, nest mates and backported methods are gone. */
  @Test
  void whatItCompilesCallsOnlyWhatApi26HasAndWorks() throws Exception {
    compiler.compile(compiled, OutputMode.ClassFile, libraryAnd(OneCall.class));

    assertThat(AndroidSignature.missing(compiled))
        .isNotEmpty()
        .allMatch(missing -> missing.contains("jdk.jfr."), "only the flight recorder is missing");
    assertThat(JavaVirtualMachine.run(scratch, "java.base", compiled).output())
        .isEqualTo(JavaBaseAloneTest.CALL);
  }

  @Test
  void aCallOfANewerApiIsFoundWithItsLine() throws Exception {
    compiler.compile(compiled, OutputMode.ClassFile, libraryAnd(NotOnAndroid.class));

    assertThat(AndroidSignature.missing(compiled))
        .filteredOn(missing -> missing.contains("NotOnAndroid"))
        .isNotEmpty()
        .allMatch(missing -> missing.matches(".*NotOnAndroid.*:\\d+: .*StackWalker.*"));
  }

  @Test
  void anApplicationThatIsShrunkByTheRulesOfTheLibraryWorks() throws Exception {
    String rules = Files.readString(JavaVirtualMachine.library().resolve(RULES));

    compiler.shrink(compiled, OutputMode.ClassFile, APPLICATION + rules, libraryAnd(OneCall.class));

    assertThat(compiler.complaints).isEmpty();
    assertThat(AndroidCompiler.classes(compiled)).hasSizeLessThan(100);
    assertThat(JavaVirtualMachine.run(scratch, "java.base", compiled).output())
        .isEqualTo(JavaBaseAloneTest.CALL);
  }

  @Test
  void withoutTheRulesTheShrinkerMissesTheFlightRecorder() {
    assertThatThrownBy(
            () ->
                compiler.shrink(
                    compiled, OutputMode.DexIndexed, APPLICATION, libraryAnd(OneCall.class)))
        .isInstanceOf(CompilationFailedException.class);
    assertThat(compiler.complaints).anyMatch(complaint -> complaint.contains("jdk.jfr.Event"));
  }
}
