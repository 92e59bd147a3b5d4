---------------------------- MODULE FunctionSets ----------------------------
\* There is one function with an empty domain, whatever its range.
EXTENDS Naturals

ASSUME [{} -> {1}] = [{} -> {2}]

=============================================================================
