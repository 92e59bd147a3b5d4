----------------------------- MODULE BallotTrace -----------------------------
(***************************************************************************)
(* The usual way to hold traces against a specification, by hand: a module *)
(* that consumes their lines. Its deepest state says where a trace fails.  *)
(***************************************************************************)
EXTENDS Ballot, Sequences, TLC, TraceData

VARIABLES trace, line, unseen

Line == Traces[trace][line + 1]

TraceInit == Init /\ trace \in 1..Len(Traces) /\ line = 0 /\ unseen = 0

Name(a) == ToString(a)

Shown ==
    "promised" \in DOMAIN Line =>
        \A a \in Acceptor : promised'[a] = Line.promised[Name(a)]

Step ==
    \/ Line.action = "Prepare" /\ \E b \in Ballots : b = Line.b /\ Prepare(b)
    \/ Line.action = "Promise" /\ \E a \in Acceptor, b \in Ballots :
        Name(a) = Line.a /\ b = Line.b /\ Promise(a, b)
    \/ Line.action = "Propose" /\ \E b \in Ballots, v \in Value :
        b = Line.b /\ v = Line.v /\ Propose(b, v)
    \/ Line.action = "Accept" /\ \E a \in Acceptor, m \in sent :
        Name(a) = Line.a /\ m = Line.m /\ Accept(a, m)
    \/ Line.action = "" /\ (Next \/ UNCHANGED vars)

Consume ==
    /\ line < Len(Traces[trace])
    /\ Step
    /\ Shown
    /\ line' = line + 1
    /\ unseen' = 0
    /\ UNCHANGED trace

Skip ==
    /\ line < Len(Traces[trace])
    /\ unseen < Unseen
    /\ Next
    /\ unseen' = unseen + 1
    /\ UNCHANGED <<trace, line>>

TraceNext == Consume \/ Skip

=============================================================================
