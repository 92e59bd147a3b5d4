package io.mooring.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.Generator;
import io.mooring.codegen.sink.CheckSink;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The checked-in folder is what the specification gives, in content and in the set of files. */
class GeneratedSourcesAreCurrentTest {

  @Test
  void theCheckedInFilesAreWhatTheSpecificationGives() throws Exception {
    Path folder = Subject.root().resolve(Generator.OWN_FOLDER);
    CheckSink sink = new CheckSink(folder, CheckSink.Ownership.WHOLE_FOLDER);
    Subject.ROOM_CONNECTION.generated().files().forEach(sink::put);
    assertThat(sink.report(Generator.OWN_COMMAND)).isEmpty();
  }
}
