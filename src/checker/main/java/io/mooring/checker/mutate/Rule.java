package io.mooring.checker.mutate;

import io.mooring.checker.tlc.TlcException;

/** Finds the changes of one or a few related kinds that an expression allows. */
interface Rule {

  /** Proposes the changes of the expression at a site. */
  void look(Site site, Proposals proposals) throws TlcException;
}
