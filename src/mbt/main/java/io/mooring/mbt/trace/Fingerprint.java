package io.mooring.mbt.trace;

import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeSet;

/** The first bytes of a digest of a machine and its rules: another one has another. */
final class Fingerprint {

  private Fingerprint() {}

  static long of(Machine machine, TraceRules rules) {
    MessageDigest digest = sha256();
    try (Writer text =
        new OutputStreamWriter(
            new DigestOutputStream(OutputStream.nullOutputStream(), digest),
            StandardCharsets.UTF_8)) {
      write(machine, rules, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException("A text in memory could not be written", impossible);
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static void write(Machine machine, TraceRules rules, Writer text) throws IOException {
    text.write(machine.name() + '\n');
    for (Object each : machine.locations()) {
      text.write(each + "\n");
    }
    for (Object each : machine.events()) {
      text.write(each + "\n");
    }
    for (MachineStep each : machine.steps()) {
      text.write(each.withoutSource() + "\n");
    }
    text.write(rules.begin(machine) + " " + rules.eventsMayBeUnseen() + '\n');
    for (TimeBound each : rules.bounds()) {
      text.write(
          new TreeSet<>(each.locations())
              + " "
              + each.atLeast()
              + " "
              + each.atMost()
              + " "
              + each.end()
              + " "
              + each.sinceLoss()
              + '\n');
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
