---------------------------- MODULE LargeDomain -----------------------------
\* A function over a set of functions, changed twice: the first change must
\* still be visible after the intermediate function was evaluated.
EXTENDS Naturals

Key == [{1, 2} -> {0, 1}]
Low == [i \in {1, 2} |-> 0]
High == [i \in {1, 2} |-> 1]

ASSUME
    LET once == [[k \in Key |-> [i \in {1} |-> 0]] EXCEPT ![Low][1] = 5]
        twice == [once EXCEPT ![High][1] = 6]
    IN  /\ twice[Low][1] = 5
        /\ once = once
        /\ twice[Low][1] = 5

=============================================================================
