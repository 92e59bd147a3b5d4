------------------------------- MODULE Ballot -------------------------------
(***************************************************************************)
(* A small consensus: acceptors promise and accept ballots, as in Paxos    *)
(* with one value to be decided.                                           *)
(***************************************************************************)
EXTENDS Integers, FiniteSets

CONSTANTS
    \* Who votes.
    Acceptor,
    \* What can be decided.
    Value

\* The rounds of voting.
Ballots == 0..1

Quorum == {q \in SUBSET Acceptor : 2 * Cardinality(q) > Cardinality(Acceptor)}

VARIABLES
    \* The highest ballot in which an acceptor takes part; -1 before the first.
    promised,
    \* The highest ballot in which it has voted, and for what; -1 and "none" before.
    voted,
    \* All messages that were ever sent.
    sent

vars == <<promised, voted, sent>>

None == [ballot |-> -1, value |-> "none"]

Init ==
    /\ promised = [a \in Acceptor |-> -1]
    /\ voted = [a \in Acceptor |-> None]
    /\ sent = {}

\* A proposer opens a ballot.
Prepare(b) ==
    /\ sent' = sent \cup {[kind |-> "prepare", ballot |-> b]}
    /\ UNCHANGED <<promised, voted>>

\* An acceptor takes part in it, and says for what it has voted.
Promise(a, b) ==
    /\ [kind |-> "prepare", ballot |-> b] \in sent
    /\ promised[a] < b
    /\ promised' = [promised EXCEPT ![a] = b]
    /\ sent' = sent \cup {[kind |-> "promise", from |-> a, ballot |-> b, vote |-> voted[a]]}
    /\ UNCHANGED voted

\* The proposer asks for a value that is safe.
Propose(b, v) ==
    /\ ~ \E m \in sent : m.kind = "propose" /\ m.ballot = b
    /\ \E q \in Quorum :
        LET promises == {m \in sent : m.kind = "promise" /\ m.ballot = b /\ m.from \in q}
            votes == {m.vote : m \in promises} \ {None}
        IN /\ {m.from : m \in promises} = q
           /\ votes = {} \/ \E vote \in votes :
                /\ vote.value = v
                /\ \A other \in votes : other.ballot <= vote.ballot
    /\ sent' = sent \cup {[kind |-> "propose", ballot |-> b, value |-> v]}
    /\ UNCHANGED <<promised, voted>>

\* An acceptor votes for it.
Accept(a, m) ==
    /\ m.kind = "propose"
    /\ promised[a] <= m.ballot
    /\ promised' = [promised EXCEPT ![a] = m.ballot]
    /\ voted' = [voted EXCEPT ![a] = [ballot |-> m.ballot, value |-> m.value]]
    /\ UNCHANGED sent

Next ==
    \/ \E b \in Ballots : Prepare(b)
    \/ \E a \in Acceptor, b \in Ballots : Promise(a, b)
    \/ \E b \in Ballots, v \in Value : Propose(b, v)
    \/ \E a \in Acceptor, m \in sent : Accept(a, m)

Spec == Init /\ [][Next]_vars

=============================================================================
