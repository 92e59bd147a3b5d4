package io.mooring.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;
import org.bouncycastle.openpgp.operator.jcajce.JcaKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;
import org.junit.jupiter.api.Test;

/** Signatures and checksums of all that is deployed. */
final class SignaturesTest {

  private final PGPSecretKeyRing keys;

  SignaturesTest() throws Exception {
    try (InputStream text = PGPUtil.getDecoderStream(Files.newInputStream(Deployed.KEY))) {
      keys = new PGPSecretKeyRing(text, new JcaKeyFingerprintCalculator());
    }
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private boolean isSigned(byte[] content, Path signature) throws IOException, PGPException {
    try (InputStream text = PGPUtil.getDecoderStream(Files.newInputStream(signature))) {
      PGPSignatureList list = (PGPSignatureList) new JcaPGPObjectFactory(text).nextObject();
      PGPSignature first = list.get(0);
      PGPPublicKey key = keys.getPublicKey(first.getKeyID());
      assertThat(key).as("the key of %s", signature).isNotNull();
      first.init(new JcaPGPContentVerifierBuilderProvider(), key);
      first.update(content);
      return first.verify();
    }
  }

  @Test
  void everyFileIsSignedWithTheKey() throws Exception {
    assertThat(Deployed.files()).hasSizeGreaterThan(Deployed.artifacts().size());
    for (Path file : Deployed.files()) {
      assertThat(isSigned(Files.readAllBytes(file), beside(file, ".asc"))).as("%s", file).isTrue();
    }
  }

  @Test
  void anotherFileHasNotItsSignature() throws Exception {
    Path file = Deployed.file("mooring", ".jar");
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2]++;

    assertThat(isSigned(content, beside(file, ".asc"))).isFalse();
  }

  @Test
  void everyFileHasTheChecksumsThatCentralAsksFor() throws Exception {
    for (Path file : Deployed.files()) {
      for (var each : Map.of(".md5", "MD5", ".sha1", "SHA-1").entrySet()) {
        byte[] digest = MessageDigest.getInstance(each.getValue()).digest(Files.readAllBytes(file));
        assertThat(beside(file, each.getKey())).hasContent(HexFormat.of().formatHex(digest));
      }
    }
  }
}
