------------------------------- MODULE Ticket -------------------------------
(***************************************************************************)
(* Any number of processes, of which one at a time is served: each takes a *)
(* ticket, and the one whose number is called enters.                      *)
(***************************************************************************)
EXTENDS Integers

CONSTANT Process

VARIABLES
    \* The phase of each process.
    phase,
    \* The ticket of each process.
    ticket,
    \* The number of the next ticket, and the one that is served.
    last, served

vars == <<phase, ticket, last, served>>

Init ==
    /\ phase = [p \in Process |-> "away"]
    /\ ticket = [p \in Process |-> 0]
    /\ last = 1
    /\ served = 1

Draw(p) ==
    /\ phase[p] = "away"
    /\ phase' = [phase EXCEPT ![p] = "waiting"]
    /\ ticket' = [ticket EXCEPT ![p] = last]
    /\ last' = last + 1
    /\ UNCHANGED served

Enter(p) ==
    /\ phase[p] = "waiting" /\ ticket[p] = served
    /\ phase' = [phase EXCEPT ![p] = "inside"]
    /\ UNCHANGED <<ticket, last, served>>

Leave(p) ==
    /\ phase[p] = "inside"
    /\ phase' = [phase EXCEPT ![p] = "away"]
    /\ served' = served + 1
    /\ UNCHANGED <<ticket, last>>

Next == \E p \in Process : Draw(p) \/ Enter(p) \/ Leave(p)

Spec == Init /\ [][Next]_vars

TypeOK ==
    /\ phase \in [Process -> {"away", "waiting", "inside"}]
    /\ ticket \in [Process -> Nat]
    /\ last \in Nat
    /\ served \in Nat

\* The number that is called was drawn, or is the next one.
CalledIsKnown == served <= last

\* Who has a ticket has one that is called now or later.
Drawn == \A p \in Process : phase[p] # "away" => served <= ticket[p] /\ ticket[p] < last

\* No two have the same.
Distinct ==
    \A p, q \in Process :
        p # q /\ phase[p] # "away" /\ phase[q] # "away" => ticket[p] # ticket[q]

\* Who is inside was called.
InsideIsServed == \A p \in Process : phase[p] = "inside" => ticket[p] = served

Ind == TypeOK /\ CalledIsKnown /\ Drawn /\ Distinct /\ InsideIsServed

\* One at a time is inside.
OneAtATime == \A p, q \in Process : phase[p] = "inside" /\ phase[q] = "inside" => p = q
=============================================================================
