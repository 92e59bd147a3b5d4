---- MODULE FoldsTheorems ----
\* A stand-in for the module of this name of the CommunityModules.
\* It has names alone, for proofs that cite them: it states nothing, and nothing in it has a value.
EXTENDS Folds, FiniteSets

THEOREM MapThenFoldSetDef == TRUE
THEOREM MapThenFoldSetEmpty == TRUE
THEOREM MapThenFoldSetNonempty == TRUE
THEOREM MapThenFoldSetBijection == TRUE
THEOREM MapThenFoldSetEqual == TRUE
THEOREM MapThenFoldSetType == TRUE
THEOREM MapThenFoldSetAC == TRUE
THEOREM MapThenFoldSetACAddElement == TRUE
THEOREM MapThenFoldSetDisjointUnion == TRUE
====
