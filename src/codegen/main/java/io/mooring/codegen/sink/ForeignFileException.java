package io.mooring.codegen.sink;

import java.nio.file.Path;
import java.util.List;

/** A refusal to replace files that the generator did not write. */
public final class ForeignFileException extends Exception {

  private static final long serialVersionUID = 1L;

  ForeignFileException(Path root, List<String> files) {
    super(
        "Not overwritten in "
            + root
            + ", since the generator did not write it: "
            + String.join(", ", files)
            + ". Move it away, or generate into another folder.");
  }
}
