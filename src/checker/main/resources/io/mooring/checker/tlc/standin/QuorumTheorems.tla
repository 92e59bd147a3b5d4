---- MODULE QuorumTheorems ----
\* A stand-in for the module of this name of the CommunityModules.
\* It has names alone, for proofs that cite them: it states nothing, and nothing in it has a value.
EXTENDS Quorum, Integers, FiniteSets

THEOREM QuorumsIntersect == TRUE
THEOREM QuorumSuperset == TRUE
THEOREM MajoritiesQuorumSystem == TRUE
====
