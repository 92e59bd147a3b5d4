package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputTest {

  private static Output failing(String why) {
    return new Output(
        new OutputStream() {
          @Override
          public void write(int each) throws IOException {
            throw new IOException(why);
          }
        });
  }

  private static Output printed(Output out) {
    PrintWriter printer = new PrintWriter(out, false, StandardCharsets.UTF_8);
    printer.print("text");
    printer.flush();
    return out;
  }

  @Test
  void whatCannotBeWrittenIsRemembered() {
    assertThat(printed(failing("No space left on device")).failure())
        .isEqualTo("No space left on device");
  }

  @Test
  void aReaderThatHasReadEnoughIsNoFailure() {
    assertThat(printed(failing("Broken pipe")).failure()).isNull();
  }

  @Test
  void whatIsWrittenIsNoFailure() {
    assertThat(printed(new Output(OutputStream.nullOutputStream())).failure()).isNull();
  }
}
