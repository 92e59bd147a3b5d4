package io.mooring.prover.translate;

import io.mooring.checker.tlc.Digest;
import io.mooring.prover.smt.Query;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Queries of which it is known that no values satisfy them, by their texts: specifications that
 * differ little have most of them in common. For any number of threads.
 */
public final class ProvenQueries {

  private final Set<String> digests = ConcurrentHashMap.newKeySet();

  /** Whether it is known of a query. */
  public boolean contains(Query query) {
    return digests.contains(Digest.sha256(query.text()));
  }

  /** Remembers a query. */
  public void add(Query query) {
    digests.add(Digest.sha256(query.text()));
  }
}
