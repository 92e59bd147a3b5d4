---- MODULE Wide ----
EXTENDS Integers, Sequences, TLC
CONSTANTS Server, Last
VARIABLES log, peers, round
vars == <<log, peers, round>>
Entry(i) ==
  [term |-> i,
   leader |-> Server,
   lastIndex |-> i * 1000,
   payload |-> <<"a text that is longer than most people want to read twice in a terminal", i, i + 1>>,
   members |-> {"alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel"},
   flags |-> [ready |-> TRUE, draining |-> FALSE]]
Init == log = Server :> Entry(0) /\ peers = [i \in 1..12 |-> [name |-> "peer", weight |-> i]] /\ round = 0
Next ==
  /\ round < Last
  /\ round' = round + 1
  /\ log' = Server :> Entry(round + 1)
  /\ peers' = IF round % 100 = 99 THEN [peers EXCEPT ![(round % 7) + 1].weight = 0] ELSE peers
Spec == Init /\ [][Next]_vars
NotLast == round < Last
====
