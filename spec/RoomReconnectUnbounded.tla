----------------------- MODULE RoomReconnectUnbounded -----------------------
(***************************************************************************)
(* What is true of the client in time in every reachable state, whatever   *)
(* the numbers of sessions, episodes and pending requests are, and however *)
(* long a unit of time and a Tick are.                                     *)
(*                                                                         *)
(* Ind is inductive: it holds initially, and every step keeps it.  Each of *)
(* its conjuncts speaks of one entry of a queue and its neighbour, so it   *)
(* does not matter how long the queue is.  RoomReconnectProof proves it    *)
(* for all of these numbers.  TLC checks it within the bounds of each      *)
(* model, in reachable and in sound states.                                *)
(*                                                                         *)
(* A variable is added, which no step reads: what will have been carried   *)
(* out after each of the pending requests.  It is a function of the        *)
(* others, apart from the episode of attempts that are to be stopped.      *)
(***************************************************************************)
EXTENDS RoomReconnect

VARIABLE
    \* What is carried out now, and after each of the pending requests.
    carried

\* The contract's sound states.
SoundContract == INSTANCE RoomConnectionInductive

\* What is carried out: whose transport is open, whose was opened last, and the episode whose
\* attempts are being made, or 0.
Carried == [transport : 0..MaxEpoch, opened : 0..MaxEpoch, trying : 0..MaxEpisode]

\* What is to be carried out for the state s in session e and episode n.
Meant(s, e, n) ==
    [transport |-> IF s \in Contract!InSession THEN e ELSE None,
     opened    |-> e,
     trying    |-> IF s = Contract!RECONNECTING THEN n ELSE 0]

-----------------------------------------------------------------------------
(* The steps of the added variable. *)

Follows ==
    carried' = CASE Len(pending') > Len(pending) -> Append(carried, Meant(state', epoch', episode'))
                 [] Len(pending') < Len(pending) -> Tail(carried)
                 [] OTHER -> carried

FollowedInit == Init /\ carried = <<[transport |-> None, opened |-> 0, trying |-> 0]>>
FollowedNext == Next /\ Follows

Followed == FollowedInit /\ [][FollowedNext]_<<vars, carried>>

-----------------------------------------------------------------------------
(* The conjuncts of Ind. *)

\* The lists of requests that a step leaves in the queue.
Requests ==
    {<<Contract!OPEN_TRANSPORT>>, <<Contract!START_RECONNECTING>>, <<Contract!STOP_RECONNECTING>>,
     <<Contract!CLOSE_TRANSPORT>>, <<Contract!ANNOUNCE_LEAVE, Contract!CLOSE_TRANSPORT>>,
     <<Contract!STOP_RECONNECTING, Contract!CLOSE_TRANSPORT>>,
     <<Contract!STOP_RECONNECTING, Contract!ANNOUNCE_LEAVE, Contract!CLOSE_TRANSPORT>>}

Types ==
    /\ pending \in Seq([effects : Requests, epoch : 0..MaxEpoch, episode : 0..MaxEpisode])
    /\ carried \in Seq(Carried)
    /\ Contract!TypeOK
    /\ epoch \in 0..MaxEpoch
    /\ episode \in 0..MaxEpisode
    /\ blocked \in BOOLEAN
    /\ untold \in Seq(Contract!ConnectionState)
    /\ calling \in BOOLEAN
    /\ told \in Contract!ConnectionState
    /\ transport \in 0..MaxEpoch
    /\ opened \in 0..MaxEpoch
    /\ timer \in [tells : {row.fact : row \in Contract!TimerTable}, epoch : 1..MaxEpoch,
                  episode : 0..MaxEpisode] \cup {NoTimer}
    /\ deadline \in Int
    /\ attempt \in 0..MaxAttempt
    /\ phase \in {"idle", "trying", "waiting"}
    /\ attemptLeft \in Int
    /\ unnoticed \in Int
    /\ outcomeDue \in Int

\* The decided state is sound for the contract.  Half of it is needed for nothing else; it is a
\* property itself, as what a process stores, and another one continues from.
DecidedIsSoundInv == SoundContract!Inductive

\* Sessions and episodes are numbered.
Numbers ==
    /\ epoch = 0 => state \in {Contract!UNKNOWN, Contract!DISCONNECTED}
    /\ state = Contract!CONNECTING => episode = 0
    /\ state = Contract!RECONNECTING => episode > 0

\* Request i changes what is carried out as its effects say,
Opens(i) ==
    carried[i + 1].opened =
        IF Wants(pending[i], Contract!OPEN_TRANSPORT) THEN pending[i].epoch ELSE carried[i].opened

Connects(i) ==
    carried[i + 1].transport =
        CASE Wants(pending[i], Contract!OPEN_TRANSPORT) -> pending[i].epoch
          [] Wants(pending[i], Contract!CLOSE_TRANSPORT)
                 /\ pending[i].epoch = carried[i].transport -> None
          [] OTHER -> carried[i].transport

Tries(i) ==
    carried[i + 1].trying =
        CASE Wants(pending[i], Contract!START_RECONNECTING) -> pending[i].episode
          [] Wants(pending[i], Contract!STOP_RECONNECTING) -> 0
          [] OTHER -> carried[i].trying

\* begins a session or attempts only where no attempts are made, and attempts in an episode,
Begins ==
    \A i \in 1..Len(pending) :
        /\ Wants(pending[i], Contract!OPEN_TRANSPORT) => carried[i].trying = 0
        /\ Wants(pending[i], Contract!START_RECONNECTING) => carried[i].trying = 0
        /\ Wants(pending[i], Contract!START_RECONNECTING) => pending[i].episode > 0

\* and is not about the future.
Past(c) == c.transport < epoch \/ (c.transport = epoch /\ c.trying <= episode)

Queue ==
    /\ Len(carried) = Len(pending) + 1
    /\ \A i \in 1..Len(pending) : Opens(i)
    /\ \A i \in 1..Len(pending) : Connects(i)
    /\ \A i \in 1..Len(pending) : Tries(i)
    /\ Begins
    /\ \A i \in 1..Len(carried) : Past(carried[i])
    \* It begins with what is carried out now, and ends with what was decided.
    /\ carried[1].transport = transport
    /\ carried[1].opened = opened
    /\ carried[Len(carried)] = Meant(state, epoch, episode)

\* The last notification is of the decided state, in the end; after a release none is pending.
Telling ==
    /\ state = Contract!UNKNOWN => untold = <<>>
    /\ state = IF untold = <<>> THEN told ELSE untold[Len(untold)]

\* The armed timer belongs to the state, the session and the episode.
Armed == B7_TimerOfThisEpisodeInv

\* The deadlines, and the time in which a loss must be noticed, are within their bounds.
Timed == state \in {Contract!CONNECTING, Contract!RECONNECTING}

Countdowns ==
    /\ ~Timed => deadline = Off
    /\ state = Contract!CONNECTING => deadline >= 0 /\ deadline <= JoinTime
    /\ state = Contract!RECONNECTING => deadline >= 0 /\ deadline <= Units(WINDOW_AT_MOST)
    /\ unnoticed = Off \/ (unnoticed >= 0 /\ unnoticed <= Units(DETECTION_AT_MOST))
    /\ unnoticed # Off => state = Contract!CONNECTED /\ episode < MaxEpisode

\* The outcome of a join is due with its deadline; that of an episode no earlier than the window
\* ends, and later by no more than the distance of the bounds.
Outcomes ==
    /\ state = Contract!CONNECTING => outcomeDue = deadline
    /\ state = Contract!RECONNECTING =>
           /\ outcomeDue <= Units(GIVE_UP_AT_MOST)
           /\ outcomeDue >= deadline
           /\ outcomeDue - deadline <= Units(GIVE_UP_AT_MOST - GIVE_UP_AT_LEAST)
    /\ unnoticed # Off =>
           outcomeDue = unnoticed + Units(GIVE_UP_AT_MOST) - Units(DETECTION_AT_MOST)
    /\ ~Timed /\ unnoticed = Off => outcomeDue = Off

\* The episode whose attempts are being made, or 0.
Trying == carried[1].trying

\* An attempt and a pause have a time limit.
Attempts ==
    /\ phase = "idle" <=> Trying = 0
    /\ phase = "idle" => attempt = 0 /\ attemptLeft = Off
    /\ phase # "idle" => attempt >= 1 /\ attemptLeft >= 0
    /\ phase = "trying" => attemptLeft <= Units(ATTEMPT_AT_MOST)
    /\ phase = "waiting" => attemptLeft <= Units(BACK_OFF_AT_MOST)

\* The attempts of this episode are being made.
Current == state = Contract!RECONNECTING /\ transport = epoch /\ Trying = episode

\* How much of the shortest pause is over.
Paused ==
    IF phase # "waiting" \/ blocked THEN 0
    ELSE IF PauseMayEnd THEN Units(BACK_OFF_AT_LEAST) ELSE Units(BACK_OFF_AT_MOST) - attemptLeft

\* Each attempt but the first one comes after a pause within the window.  Attempts that are to be
\* stopped may go on only until the request to stop them is made.
Counted ==
    /\ Current =>
           Units(BACK_OFF_AT_LEAST) * (attempt - 1) + Paused <= Units(WINDOW_AT_MOST) - deadline
    /\ ~Current /\ phase = "waiting" /\ ~blocked /\ PauseMayEnd => attempt < MaxAttempt

Ind ==
    /\ Types
    /\ DecidedIsSoundInv
    /\ Numbers
    /\ Queue
    /\ Telling
    /\ Armed
    /\ Countdowns
    /\ Outcomes
    /\ Attempts
    /\ Counted

=============================================================================
