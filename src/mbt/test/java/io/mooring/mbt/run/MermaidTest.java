package io.mooring.mbt.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MermaidTest {

  @Test
  void aMessageHasNoSignThatEndsItOrBeginsAComment() {
    assertThat(Mermaid.plain("told; then #2\nagain")).isEqualTo("told, then  2 again");
  }
}
