package io.mooring.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.Generator;
import io.mooring.codegen.sink.CheckSink;
import io.mooring.room.cli.ProjectExtension.OwnTree;
import org.junit.jupiter.api.Test;

/** The checked-in folder is what the specification gives, in content and in the set of files. */
class GeneratedSourcesAreCurrentTest {

  @Test
  void theCheckedInFilesAreWhatTheSpecificationGives() throws Exception {
    OwnTree own = Repository.tree(Project.root());
    CheckSink sink = CheckSink.wholeFolder(own.folder(), own.others());
    new Generator(Tlc.bundled()).generate(own.request(), sink);
    assertThat(sink.report(Repository.GENERATE)).isEmpty();
  }
}
