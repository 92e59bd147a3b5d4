---------------------- MODULE RoomConnectionInductive ----------------------
(***************************************************************************)
(* The contract holds from every state that is Inductive, whether or not   *)
(* a connection can get into it.  So a connection that begins in a state   *)
(* which was stored, or made up, keeps all promises if the state is        *)
(* Inductive, and breaks one if it is not.                                 *)
(*                                                                         *)
(* TLC starts in all Inductive states at once, and takes every step from   *)
(* each of them.  That is a proof for all steps from all Inductive states, *)
(* with one gap to be closed: out ranges over an infinite set, and TLC     *)
(* starts with one value of it.  Neither an action, nor an action          *)
(* property, nor Inductive reads out (a test over the text of the module   *)
(* sees to that; they speak of out' only).  So what a step does, lets out  *)
(* and is held to is the same whatever out was before; and what an         *)
(* invariant says of out, it says of the out' of a step.  The value that   *)
(* TLC starts with is one that no step lets out (NeverUnsaidProp):         *)
(* otherwise a step that repeats it would count as no step, and no action  *)
(* property would be asked of it.                                          *)
(*                                                                         *)
(* Liveness is checked from the same states.  It speaks of the variables   *)
(* but out, and of what happens again and again, so the first value of out *)
(* has no bearing on it.                                                   *)
(***************************************************************************)
EXTENDS RoomConnection

-----------------------------------------------------------------------------
\* The links stand in a session and at no other time.
TransportIsTheSessions == transportOpen <=> state \in InSession

\* The time of a first join is measured while it runs and at no other time.
JoinTimeIsTheJoins == joinTimed <=> state = CONNECTING

\* Attempts to get back run while the user is told so and at no other time.
AttemptsAreTheEpisodes == reconnecting <=> state = RECONNECTING

\* The reconnect window runs at the same time as they.
WindowIsTheEpisodes == windowArmed <=> state = RECONNECTING

\* Who left is in no room, and has not failed.
DepartedIsDisconnected == departed => state = DISCONNECTED

\* Who was told of the proxy is still joining.
ProxyIsTheJoins == proxied => state = CONNECTING

\* What makes a state sound.  Each conjunct is needed, and no other (WeakestInv).
Inductive ==
    /\ TransportIsTheSessions
    /\ JoinTimeIsTheJoins
    /\ AttemptsAreTheEpisodes
    /\ WindowIsTheEpisodes
    /\ DepartedIsDisconnected
    /\ ProxyIsTheJoins

\* Stands in for a conjunct that is left out.
Anything == TRUE

-----------------------------------------------------------------------------
(* It is inductive, and from it everything follows. *)

\* An output that no step lets out: an event of which nobody is told is not taken
\* as a loss.
Unsaid ==
    [event |-> "MediaLost", outcome |-> TAKEN, code |-> OK,
     notifications |-> TellNothing, effects |-> <<>>]

\* All values of the variables but out.
AnyValues ==
    /\ state \in ConnectionState
    /\ proxied \in BOOLEAN
    /\ departed \in BOOLEAN
    /\ transportOpen \in BOOLEAN
    /\ joinTimed \in BOOLEAN
    /\ reconnecting \in BOOLEAN
    /\ windowArmed \in BOOLEAN
    /\ out = Unsaid

\* The contract's own beginning is among them, and is held to Inductive too.
Start ==
    \/ Init
    \/ AnyValues /\ Inductive

FromAnywhere == Start /\ [][Next]_vars /\ Fairness

\* No step lets out what TLC starts with.
NeverUnsaidProp == [][out' # Unsaid]_vars

-----------------------------------------------------------------------------
(* Nothing weaker would do. *)

\* A state that is not Inductive breaks a promise at once.
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
