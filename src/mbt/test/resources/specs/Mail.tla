-------------------------------- MODULE Mail --------------------------------
(***************************************************************************)
(* A mailbox that somebody else carries letters to.                        *)
(*                                                                         *)
(* Letters are posted into a bag. A carrier takes them out one by one, in  *)
(* any order, and lays them into a box, from which they are taken in the   *)
(* order in which they were laid there. One letter may get lost. Nobody    *)
(* sees the carrier.                                                       *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

\* What may be written on a letter.
Letters == 1..5

VARIABLES
    \* Posted, and not carried yet.
    bag,
    \* Carried, and not taken yet.
    box,
    \* How many letters got lost.
    lost

vars == <<bag, box, lost>>

Init == bag = {} /\ box = <<>> /\ lost = 0

\* Somebody posts a letter.
Post(letter) ==
    /\ letter \notin bag
    /\ bag' = bag \cup {letter}
    /\ UNCHANGED <<box, lost>>

\* The carrier takes any letter to the box.
Carry ==
    \E letter \in bag :
        /\ bag' = bag \ {letter}
        /\ box' = Append(box, letter)
        /\ UNCHANGED lost

\* The carrier loses a letter.
Lose ==
    \E letter \in bag :
        /\ lost = 0
        /\ bag' = bag \ {letter}
        /\ lost' = 1
        /\ UNCHANGED box

\* The owner takes the first letter out of the box.
Fetch ==
    /\ box # <<>>
    /\ box' = Tail(box)
    /\ UNCHANGED <<bag, lost>>

Next ==
    \/ \E letter \in Letters : Post(letter)
    \/ Carry
    \/ Lose
    \/ Fetch

Spec == Init /\ [][Next]_vars

\* Few letters are under way.
FewLetters == Len(box) + Cardinality(bag) <= 2

\* The letter that is taken next, if there is one.
Front == IF box = <<>> THEN {} ELSE {Head(box)}

=============================================================================
