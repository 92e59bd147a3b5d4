---------------------- MODULE RoomConnectionInductive ----------------------
(***************************************************************************)
(* The contract holds from every state that is Inductive, reachable or     *)
(* not.  So a connection that begins in a state which was stored, or       *)
(* invented, satisfies all properties if the state is Inductive, and       *)
(* violates one if it is not.                                              *)
(*                                                                         *)
(* TLC starts in all Inductive states at once, and takes every step from   *)
(* each of them.  That is a proof for all steps from all Inductive states, *)
(* with one gap, closed as follows.  out ranges over an infinite set, and  *)
(* TLC starts with one value of it.  Neither an action, nor an action      *)
(* property, nor Inductive reads out: they refer only to out', and a test  *)
(* of the module's text checks that.  So the effect of a step, its outputs *)
(* and its properties are the same for every previous out; and an          *)
(* invariant on out is one on the out' of a step.  The value that TLC      *)
(* starts with is no step's output (NeverUnsaidProp): otherwise a step     *)
(* that repeats it would count as a stuttering step, and no action         *)
(* property would be checked for it.                                       *)
(*                                                                         *)
(* Liveness is checked from the same states.  It depends on the variables  *)
(* other than out, and on what happens infinitely often, so the first      *)
(* value of out does not matter.                                           *)
(***************************************************************************)
EXTENDS RoomConnection

-----------------------------------------------------------------------------
\* The transport is open in a session, and at no other time.
TransportIsTheSessions == transportOpen <=> state \in InSession

\* The join timeout runs during the first join, and at no other time.
JoinTimeIsTheJoins == joinTimed <=> state = CONNECTING

\* Attempts to get back run in RECONNECTING, and at no other time.
AttemptsAreTheEpisodes == reconnecting <=> state = RECONNECTING

\* The reconnect window runs at the same time.
WindowIsTheEpisodes == windowArmed <=> state = RECONNECTING

\* A user who left is in DISCONNECTED.
DepartedIsDisconnected == departed => state = DISCONNECTED

\* A user who was told of the proxy is still joining.
ProxyIsTheJoins == proxied => state = CONNECTING

\* The sound states.  Each conjunct is needed, and no other (WeakestInv).
Inductive ==
    /\ TransportIsTheSessions
    /\ JoinTimeIsTheJoins
    /\ AttemptsAreTheEpisodes
    /\ WindowIsTheEpisodes
    /\ DepartedIsDisconnected
    /\ ProxyIsTheJoins

\* Replaces a conjunct that is left out.
Anything == TRUE

-----------------------------------------------------------------------------
(* Inductive is inductive, and implies everything else. *)

\* An output that no step has: a loss that is taken has a notification, and is
\* never taken without one.
Unsaid ==
    [event |-> "MediaLost", outcome |-> TAKEN, code |-> OK,
     notifications |-> TellNothing, effects |-> <<>>]

\* All values of the variables other than out.
AnyValues ==
    /\ state \in ConnectionState
    /\ proxied \in BOOLEAN
    /\ departed \in BOOLEAN
    /\ transportOpen \in BOOLEAN
    /\ joinTimed \in BOOLEAN
    /\ reconnecting \in BOOLEAN
    /\ windowArmed \in BOOLEAN
    /\ out = Unsaid

\* The contract's initial state is among them, and must satisfy Inductive too.
Start ==
    \/ Init
    \/ AnyValues /\ Inductive

FromAnywhere == Start /\ [][Next]_vars /\ Fairness

\* The initial out of TLC is no step's output.
NeverUnsaidProp == [][out' # Unsaid]_vars

-----------------------------------------------------------------------------
(* Nothing weaker is enough. *)

\* A state that is not Inductive violates a property at once.
WeakestInv ==
    \/ Inductive
    \/ ~SessionHasTransportInv
    \/ ~B1_LeaveStopsEverythingInv
    \/ ~B3_AttemptsRunInv
    \/ ~B7_WindowOnlyWhileReconnectingInv
    \/ ~B8_NoAttemptBesideAConnectionInv
    \/ ~B9_EndStopsEverythingInv
    \/ ~B10_JoinIsTimedInv
    \/ ~NothingIsRememberedTooLongInv

\* All states, and no steps.
Still == UNCHANGED vars

=============================================================================
