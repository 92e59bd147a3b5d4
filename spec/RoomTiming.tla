----------------------------- MODULE RoomTiming -----------------------------
(***************************************************************************)
(* How long things take, in seconds.                                       *)
(*                                                                         *)
(* Comments carry a tag: [D] the vendor of the SDK documents the bound,    *)
(* [I] the documents are silent, and this is our decision.                 *)
(***************************************************************************)
EXTENDS Integers

\* A client that lost its network does not give up earlier than this after the loss. [D]
GIVE_UP_AT_LEAST == 30
\* A client that lost its network gives up no later than this after the loss. [D]
GIVE_UP_AT_MOST == 50

\* A client notices the loss of a link within this time. [I] Heartbeats of
\* clients of this kind notice within 4 s to 15 s; the vendor's heartbeat is sent every 6 s.
DETECTION_AT_MOST == 10

\* The reconnect window is at least as long as this. [I] It is measured from the
\* moment in which the loss is noticed, which may be the moment of the loss.
WINDOW_AT_LEAST == GIVE_UP_AT_LEAST
\* The reconnect window is at most as long as this. [I] The client may have
\* noticed the loss late, and must still give up in time.
WINDOW_AT_MOST == GIVE_UP_AT_MOST - DETECTION_AT_MOST

\* The shortest time limit of a first join. [I]
JOIN_AT_LEAST == 1
\* A first join that is not answered within this time has failed. [I] The vendor's
\* web client spends 12 s on each server that it tries.
JOIN_AT_MOST == 30

\* An attempt to get back fails if it is not answered within this time. [I]
ATTEMPT_AT_MOST == 10
\* How long a client waits that tries its servers in rounds, as the vendor's web client does: in
\* the first round for the answer of each server. [I]
FIRST_ROUND == 2
\* In the second round. [I]
SECOND_ROUND == 4
\* In the third one; then the rounds begin again. [I]
THIRD_ROUND == 6
\* The shortest pause between a failed attempt and the next one. [I]
BACK_OFF_AT_LEAST == 1
\* The longest pause between them. [I] In the shortest window a second attempt is made
\* even if the first one takes as long as it may.
BACK_OFF_AT_MOST == 10

\* The server keeps a session without packets for at least this time, and then
\* tells the others in the room that its user left. [D]
SESSION_AT_LEAST == 40
\* The server keeps a session without packets for at most this time. [D]
SESSION_AT_MOST == 50

\* The permitted range of each timer of the contract.
TimerBounds == {
    [timer |-> "joinTimeout",     atLeast |-> JOIN_AT_LEAST,   atMost |-> JOIN_AT_MOST],
    [timer |-> "reconnectWindow", atLeast |-> WINDOW_AT_LEAST, atMost |-> WINDOW_AT_MOST]
}

ASSUME /\ GIVE_UP_AT_LEAST <= GIVE_UP_AT_MOST
       /\ \A t \in TimerBounds : 0 < t.atLeast /\ t.atLeast <= t.atMost
       /\ SESSION_AT_LEAST <= SESSION_AT_MOST
       /\ 0 < BACK_OFF_AT_LEAST /\ BACK_OFF_AT_LEAST <= BACK_OFF_AT_MOST
       /\ ATTEMPT_AT_MOST + BACK_OFF_AT_MOST < WINDOW_AT_LEAST

=============================================================================
