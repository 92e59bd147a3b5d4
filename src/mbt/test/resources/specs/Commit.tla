------------------------------- MODULE Commit -------------------------------
(***************************************************************************)
(* Two-phase commit: a coordinator asks participants whether they can, and *)
(* decides for all. What the coordinator has heard is hidden, and messages *)
(* to it may get lost.                                                     *)
(***************************************************************************)
EXTENDS FiniteSets

CONSTANT
    \* The participants.
    Participants

VARIABLES
    \* What each participant has done.
    state,
    \* What the coordinator has decided.
    decision,
    \* The participants of which the coordinator knows that they can.
    votes

vars == <<state, decision, votes>>

TypeOK ==
    /\ state \in [Participants -> {"working", "prepared", "committed", "aborted"}]
    /\ decision \in {"none", "commit", "abort"}
    /\ votes \subseteq Participants

Init ==
    /\ state = [p \in Participants |-> "working"]
    /\ decision = "none"
    /\ votes = {}

\* A participant can.
Prepare(p) ==
    /\ state[p] = "working"
    /\ state' = [state EXCEPT ![p] = "prepared"]
    /\ UNCHANGED <<decision, votes>>

\* A participant cannot, and gives up by itself.
GiveUp(p) ==
    /\ state[p] = "working"
    /\ state' = [state EXCEPT ![p] = "aborted"]
    /\ UNCHANGED <<decision, votes>>

\* The coordinator hears that a participant can.
Vote(p) ==
    /\ state[p] = "prepared"
    /\ decision = "none"
    /\ votes' = votes \cup {p}
    /\ UNCHANGED <<state, decision>>

\* All can: the coordinator decides for it.
Commit ==
    /\ decision = "none"
    /\ votes = Participants
    /\ decision' = "commit"
    /\ UNCHANGED <<state, votes>>

\* The coordinator has waited long enough.
Abort ==
    /\ decision = "none"
    /\ decision' = "abort"
    /\ UNCHANGED <<state, votes>>

\* A participant hears the decision.
Hear(p) ==
    \/ /\ decision = "commit"
       /\ state[p] = "prepared"
       /\ state' = [state EXCEPT ![p] = "committed"]
       /\ UNCHANGED <<decision, votes>>
    \/ /\ decision = "abort"
       /\ state[p] \in {"working", "prepared"}
       /\ state' = [state EXCEPT ![p] = "aborted"]
       /\ UNCHANGED <<decision, votes>>

Next ==
    \/ \E p \in Participants : Prepare(p) \/ GiveUp(p) \/ Vote(p) \/ Hear(p)
    \/ Commit
    \/ Abort

Spec == Init /\ [][Next]_vars

\* No two participants end differently.
AgreementInv ==
    \A p, q \in Participants : ~(state[p] = "committed" /\ state[q] = "aborted")

=============================================================================
