----------------------------- MODULE LazyExcept -----------------------------
\* A function that is constructed and changed at once, and then read as a
\* sequence: the change must be visible.
EXTENDS Naturals, Sequences

Second(s) == SubSeq(s, 2, 2)[1]

ASSUME Second([[i \in 1..4 |-> 0] EXCEPT ![2] = 1]) = 1

=============================================================================
