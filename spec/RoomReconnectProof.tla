------------------------- MODULE RoomReconnectProof -------------------------
(***************************************************************************)
(* The client in time without bounds: a unit of a millisecond, and any     *)
(* numbers of sessions, episodes, pending requests and notifications;      *)
(* a Tick of any length up to what is due; any facts, with one that says   *)
(* that a link is down; with and without a transport that blocks and       *)
(* attempts that fail early.  Two solvers prove that Ind is inductive and  *)
(* implies the properties of RoomReconnect that are not about whole        *)
(* behaviours:                                                             *)
(*                                                                         *)
(*     ./mooring prove                                                     *)
(*                                                                         *)
(* Nothing but the ASSUMEs is assumed.  No premise says how long a         *)
(* callback or a request takes: timers wait for neither.                   *)
(***************************************************************************)
EXTENDS RoomReconnectUnbounded

ASSUME /\ Unit = 1
       \* Otherwise a loss that must be noticed could not be.
       /\ LinkLosses \cap Facts # {}

\* NoTimeLockInv, and what the client has to do changes something: the expiry of a timer that was
\* dropped would leave it due for ever.
ProgressInv == ENABLED Tick(1) \/ ENABLED (Client /\ ~UNCHANGED vars)

=============================================================================
