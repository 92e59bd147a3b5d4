------------------------------ MODULE RoomCall ------------------------------
(***************************************************************************)
(* The whole call: user A's client, the network, the server, and user B.   *)
(*                                                                         *)
(* A's client is that of RoomReconnect.  There, the world may tell         *)
(* anything; here it is a signalling link, a media link, a dispatcher that *)
(* knows which node serves the room, a proxy on the way, and a server that *)
(* holds A's session for a while after A fell silent.  Messages between    *)
(* client and server are delayed, reordered, duplicated and lost.  User B  *)
(* sits in the same room behind a good network, and is told who is there.  *)
(*                                                                         *)
(* Comments carry a tag: [D] documented by the vendor, [I] our decision.   *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets, RoomTiming

CONSTANTS
    \* The bounds of A's client, see RoomReconnect.
    Unit, MaxEpoch, MaxEpisode, MaxPending, Facts, AttemptsFail, TransportBlocks,
    \* How many messages are on their way at the same time, in each direction.
    MaxInFlight,
    \* What A's user does.
    Commands,
    \* What goes wrong.
    Faults,
    \* A goes through the cloud proxy.
    UseProxy

VARIABLES
    \* A's client.
    state, proxied, departed, transportOpen, reconnecting, windowArmed, joinTimed, out,
    epoch, episode, pending, blocked, untold, calling, told, transport, opened, timer, deadline,
    attempt, phase, attemptLeft, unnoticed, outcomeDue,
    \* The session that A can prove to be its own, by what the server gave it, or Nobody.
    proven,
    \* A's links to the server.
    signalUp, mediaUp,
    \* The node that A's client talks to, and the one that serves the room.
    address, node,
    \* The messages on their way to the server, and to A's client.
    toServer, toClient,
    \* The session of A that the server holds, or Nobody; the user's id may also be taken Elsewhere.
    seat,
    \* The time that the server still waits for packets of it.
    patience,
    \* B is in the room.
    present,
    \* B has been told that A is in the room.
    seen

Client == INSTANCE RoomReconnect

client == <<state, proxied, departed, transportOpen, reconnecting, windowArmed, joinTimed, out,
            epoch, episode, pending, blocked, untold, calling, told, transport, opened, timer,
                deadline,
            attempt, phase, attemptLeft, unnoticed, outcomeDue>>
links == <<signalUp, mediaUp, address, node>>
network == <<toServer, toClient>>
server == <<seat, patience>>
peer == <<present, seen>>

vars == <<client, proven, links, network, server, peer>>

Units(seconds) == Client!Units(seconds)

CONNECTING == Client!Contract!CONNECTING
CONNECTED == Client!Contract!CONNECTED
RECONNECTING == Client!Contract!RECONNECTING
FAILED == Client!Contract!FAILED
InSession == Client!Contract!InSession

-----------------------------------------------------------------------------
(* Types. *)

Nobody == 0
Elsewhere == -1

Nodes == {1, 2}

\* What may go wrong.
Fault ==
    {"cutBoth", "cutOne", "loss", "duplicate", "kick", "close", "elsewhere", "restart",
     "reDispatch",
     "dispatcherDown", "peerLeaves", "death"}

\* What the client asks of the server.
Request ==
    [ask : {"join"}, epoch : 1..MaxEpoch, proves : {Nobody} \cup 1..MaxEpoch]
    \cup [ask : {"leave"}, epoch : 1..MaxEpoch]
    \cup [ask : {"rejoin"}, epoch : 1..MaxEpoch, episode : 1..MaxEpisode,
          attempt : 1..Client!MaxAttempt]

\* What the server tells the client.
Answer ==
    [tells : Facts, epoch : 1..MaxEpoch]
    \cup [tells : {"Rejoined"}, epoch : 1..MaxEpoch, episode : 1..MaxEpisode,
          attempt : 1..Client!MaxAttempt]

ASSUME /\ {"Joined", "SignalLost", "MediaLost", "ServiceTimedOut", "RoomClosed"} \subseteq Facts
       /\ Faults \subseteq Fault
       /\ Commands \subseteq Client!Contract!Command
       /\ MaxInFlight \in Nat \ {0}
       /\ UseProxy \in BOOLEAN
       /\ SESSION_AT_LEAST % Unit = 0 /\ SESSION_AT_MOST % Unit = 0


TypeOK ==
    /\ Client!TypeOK
    /\ proven \in {Nobody} \cup 1..MaxEpoch
    /\ signalUp \in BOOLEAN
    /\ mediaUp \in BOOLEAN
    /\ address \in Nodes
    /\ node \in Nodes
    /\ toServer \subseteq Request
    /\ toClient \subseteq Answer
    /\ seat \in {Elsewhere, Nobody} \cup 1..MaxEpoch
    /\ patience \in {Client!Off} \cup 0..Units(SESSION_AT_MOST)
    /\ present \in BOOLEAN
    /\ seen \in BOOLEAN

-----------------------------------------------------------------------------
(* The network. *)

\* Messages ms with one more.  [I] What finds the network full is lost.
With(ms, m) == IF Cardinality(ms) < MaxInFlight THEN ms \cup {m} ELSE ms

\* Messages ms after m has arrived: it is gone, unless it was one of two.
After(ms, m) == IF "duplicate" \in Faults THEN {ms, ms \ {m}} ELSE {ms \ {m}}

\* A's media reach the server: the link is up, and the node is the one that serves the room.
MediaWorks == mediaUp /\ address = node

\* The room exists as long as somebody is in it.  [D] The last to leave destroys it.
RoomExists == seat # Nobody \/ present

\* The server hears A.
PacketsArrive == MediaWorks /\ seat > Nobody /\ transport = seat

CutBoth ==
    /\ "cutBoth" \in Faults /\ signalUp /\ mediaUp
    /\ signalUp' = FALSE /\ mediaUp' = FALSE
    /\ UNCHANGED <<client, proven, address, node, network, server, peer>>
HealBoth ==
    /\ "cutBoth" \in Faults /\ ~signalUp /\ ~mediaUp
    /\ signalUp' = TRUE /\ mediaUp' = TRUE
    /\ UNCHANGED <<client, proven, address, node, network, server, peer>>
CutSignal == "cutOne" \in Faults /\ signalUp /\ signalUp' = FALSE
    /\ UNCHANGED <<client, proven, mediaUp, address, node, network, server, peer>>
CutMedia == "cutOne" \in Faults /\ mediaUp /\ mediaUp' = FALSE
    /\ UNCHANGED <<client, proven, signalUp, address, node, network, server, peer>>
HealSignal == "cutOne" \in Faults /\ ~signalUp /\ signalUp' = TRUE
    /\ UNCHANGED <<client, proven, mediaUp, address, node, network, server, peer>>
HealMedia == "cutOne" \in Faults /\ ~mediaUp /\ mediaUp' = TRUE
    /\ UNCHANGED <<client, proven, signalUp, address, node, network, server, peer>>

\* A message is lost.
Lose ==
    /\ "loss" \in Faults
    /\ \/ \E m \in toServer : toServer' = toServer \ {m} /\ UNCHANGED toClient
       \/ \E m \in toClient : toClient' = toClient \ {m} /\ UNCHANGED toServer
    /\ UNCHANGED <<client, proven, links, server, peer>>

\* The room moves to the other node, and A is told.
ReDispatch ==
    /\ "reDispatch" \in Faults
    /\ node' \in Nodes \ {node}
    /\ toClient' = IF seat > Nobody THEN With(toClient, [tells |-> "ReDispatched", epoch |-> seat])
           ELSE toClient
    /\ UNCHANGED <<client, proven, signalUp, mediaUp, address, toServer, server, peer>>

-----------------------------------------------------------------------------
(* A's client: what RoomReconnect lets it do, where the world agrees. *)

\* What goes to the server, when A's client asks for m.
Ask(m) == toServer' = IF signalUp THEN With(toServer, m) ELSE toServer

AInitializes == "Initialize" \in Commands /\ Client!Initialize
    /\ UNCHANGED <<proven, links, network, server, peer>>
AJoins == "JoinChannel" \in Commands /\ Client!JoinChannel
    /\ UNCHANGED <<proven, links, network, server, peer>>
ALeaves == "LeaveChannel" \in Commands /\ Client!LeaveChannel
    /\ UNCHANGED <<proven, links, network, server, peer>>
AReleases == "Release" \in Commands /\ Client!Release
    /\ UNCHANGED <<proven, links, network, server, peer>>

\* The dispatcher says where the room is; or it does not answer, and the address stays.
AskDispatcher == address' = node \/ ("dispatcherDown" \in Faults /\ address' = address)

\* What was decided is carried out, and the requests go out.
ACarriesOut ==
    /\ Client!CarryOut
    /\ LET first == Head(pending)
           wants(effect) == Client!Contract!Among(effect, first.effects)
       IN  CASE wants(Client!Contract!OPEN_TRANSPORT) ->
                    AskDispatcher /\ Ask([ask |-> "join", epoch |-> first.epoch, proves |-> proven])
             [] wants(Client!Contract!START_RECONNECTING) ->
                    AskDispatcher
                    /\ Ask([ask |-> "rejoin", epoch |-> first.epoch, episode |-> first.episode,
                            attempt |-> 1])
             [] wants(Client!Contract!ANNOUNCE_LEAVE) /\ first.epoch > 0 ->
                    UNCHANGED address /\ Ask([ask |-> "leave", epoch |-> first.epoch])
             [] OTHER -> UNCHANGED <<address, toServer>>
    /\ UNCHANGED <<proven, signalUp, mediaUp, node, toClient, server, peer>>

ACallbackBegins == Client!CallbackBegins /\ UNCHANGED <<proven, links, network, server, peer>>
ACallbackReturns == Client!CallbackReturns /\ UNCHANGED <<proven, links, network, server, peer>>

ATriesAgain ==
    /\ Client!NextAttempt
    /\ AskDispatcher
    /\ Ask([ask |-> "rejoin", epoch |-> epoch, episode |-> episode, attempt |-> attempt'])
    /\ UNCHANGED <<proven, signalUp, mediaUp, node, toClient, server, peer>>

AGivesUpTrying == Client!AttemptTimesOut /\ UNCHANGED <<proven, links, network, server, peer>>

ATimerFires == Client!TimerFires /\ UNCHANGED <<proven, links, network, server, peer>>

\* A link is down under a client that takes itself to be connected.
LinkIsDown == ~(signalUp /\ MediaWorks)
AIsCutOff == LinkIsDown /\ Client!LinkBreaks /\ UNCHANGED <<proven, links, network, server, peer>>
AIsBackUnnoticed == ~LinkIsDown /\ Client!LinkHeals
    /\ UNCHANGED <<proven, links, network, server, peer>>

ANoticesTheLoss ==
    /\ \/ ~signalUp /\ Client!LossNoticed("SignalLost")
       \/ ~MediaWorks /\ Client!LossNoticed("MediaLost")
    /\ UNCHANGED <<proven, links, network, server, peer>>

\* An answer arrives.
AHears ==
    /\ signalUp
    /\ \E m \in toClient :
          /\ IF m.tells = "Rejoined"
             THEN LET standIn == Client!StandIn(m.epoch, m.episode, m.attempt)
                  IN  Client!AttemptSucceeds(standIn[1], standIn[2], standIn[3])
             ELSE Client!WorldTells(m.tells, m.epoch)
          /\ toClient' \in After(toClient, m)
          /\ proven' = IF m.tells = "Joined" /\ m.epoch = epoch THEN epoch ELSE proven
    /\ UNCHANGED <<links, toServer, server, peer>>

\* While the first connection is being built, the dispatcher fails, or the node cannot be
\* reached, or the proxy is met.
AMeetsOnTheWay(fact) ==
    /\ fact \in Facts
    /\ fact = "RoomRequestFailed" => "dispatcherDown" \in Faults
    /\ fact = "LongLinkFailed" => LinkIsDown
    /\ fact = "ProxyConnecting" => UseProxy
    /\ state = CONNECTING /\ transport = epoch
    /\ Client!WorldTells(fact, epoch)
    /\ UNCHANGED <<proven, links, network, server, peer>>

\* A's process dies, and another one begins.  The number of the session stands for what the server
\* can tell apart, so it goes on.  What proves the session is kept in a snapshot, or lost.
ADies ==
    /\ "death" \in Faults /\ state # Client!Contract!UNKNOWN /\ epoch > 0
    /\ state' = Client!Contract!UNKNOWN
    /\ proxied' = FALSE /\ departed' = FALSE /\ transportOpen' = FALSE
    /\ joinTimed' = FALSE /\ reconnecting' = FALSE /\ windowArmed' = FALSE
    /\ out' = [event |-> "Release", outcome |-> Client!Contract!TAKEN, code |-> Client!Contract!OK,
               notifications |-> <<>>, effects |-> <<>>]
    /\ episode' = 0
    /\ pending' = <<>> /\ blocked' = FALSE
    /\ untold' = <<>> /\ calling' = FALSE /\ told' = Client!Contract!UNKNOWN
    /\ transport' = Client!None /\ timer' = Client!NoTimer
    /\ deadline' = Client!Off /\ unnoticed' = Client!Off /\ outcomeDue' = Client!Off
    /\ attempt' = 0 /\ phase' = "idle" /\ attemptLeft' = Client!Off
    /\ proven' \in {proven, Nobody}
    /\ toClient' = {}
    /\ UNCHANGED <<epoch, opened, links, toServer, server, peer>>

-----------------------------------------------------------------------------
(* The server, and B. *)

\* The server tells session e a fact, if that is one of those that the model knows.
Tell(fact, e) == IF fact \in Facts /\ e > Nobody THEN With(toClient, [tells |-> fact, epoch |-> e])
    ELSE toClient

\* Session e gets the seat.
Seat(e) == seat' = e /\ patience' = Units(SESSION_AT_MOST)

\* The seat is empty.
Unseat == seat' = Nobody /\ patience' = Client!Off

\* The seat is held for an earlier session of A: its own ghost.
Ghost(e) == seat > Nobody /\ seat < e

\* A asks to join.  [I] The server refuses the id of a seat that is held.  A takes the seat back
\* from its own ghost if it can prove that session.  If it cannot, it asks again until the ghost is
\* gone or the join's time is over, or takes it for a stranger.
HearJoin(m) ==
    CASE seat \in {Nobody, m.epoch} \/ (Ghost(m.epoch) /\ m.proves = seat) ->
             Seat(m.epoch) /\ toClient' = Tell("Joined", m.epoch)
      [] seat = Elsewhere \/ Ghost(m.epoch) -> UNCHANGED server
          /\ toClient' = Tell("SameUserIdElsewhere", m.epoch)
      [] OTHER -> UNCHANGED <<server, toClient>>

\* A asks to be let in again.  [D] If the session has expired meanwhile, A joins once more;
\* if the room is gone, there is nothing to join.
HearRejoin(m) ==
    IF ~RoomExists
    THEN UNCHANGED server /\ toClient' = Tell("RoomClosed", m.epoch)
    ELSE CASE seat \in {Nobody, m.epoch} ->
                  /\ Seat(m.epoch)
                  /\ toClient' = With(toClient, [tells |-> "Rejoined", epoch |-> m.epoch,
                                                episode |-> m.episode, attempt |-> m.attempt])
           [] seat = Elsewhere -> UNCHANGED server
               /\ toClient' = Tell("SameUserIdElsewhere", m.epoch)
           [] OTHER -> UNCHANGED <<server, toClient>>

\* A leaves.
HearLeave(m) ==
    /\ IF seat = m.epoch THEN Unseat ELSE UNCHANGED server
    /\ UNCHANGED toClient

ServerHears ==
    /\ \E m \in toServer :
          /\ CASE m.ask = "join" -> HearJoin(m)
               [] m.ask = "rejoin" -> HearRejoin(m)
               [] m.ask = "leave" -> HearLeave(m)
          /\ toServer' \in After(toServer, m)
    /\ UNCHANGED <<client, proven, links, peer>>

\* A join that has nothing to prove waits for the ghost, as long as A asks again.
WaitsForGhost ==
    \E m \in toServer : m.ask = "join" /\ m.epoch = epoch /\ state = CONNECTING /\ Ghost(m.epoch)
        /\ m.proves # seat

\* A was silent for too long.  [D] After 40 s to 50 s.
SessionExpires ==
    /\ seat > Nobody /\ ~PacketsArrive
    /\ patience <= Units(SESSION_AT_MOST - SESSION_AT_LEAST)
    /\ Unseat
    /\ toClient' = Tell("ServiceTimedOut", seat)
    /\ UNCHANGED <<client, proven, links, toServer, peer>>

\* [I] Whoever sends packets for a session that the server does not hold is told so, as
\* often as it takes: a client that missed its end would believe in it for ever.
Reject ==
    /\ state = CONNECTED /\ transport = epoch /\ seat # epoch
    /\ signalUp /\ toClient = {}
    /\ toClient' = Tell("ServiceTimedOut", epoch)
    /\ UNCHANGED <<client, proven, links, toServer, server, peer>>

Kick ==
    /\ "kick" \in Faults /\ seat > Nobody
    /\ Unseat
    /\ toClient' = Tell("Kicked", seat)
    /\ UNCHANGED <<client, proven, links, toServer, peer>>

CloseRoom ==
    /\ "close" \in Faults /\ RoomExists
    /\ Unseat
    /\ toClient' = Tell("RoomClosed", seat)
    /\ present' = FALSE /\ seen' = FALSE
    /\ UNCHANGED <<client, proven, links, toServer>>

\* [I] Somebody with A's id takes the seat, from A or before A comes.
JoinElsewhere ==
    /\ "elsewhere" \in Faults /\ seat # Elsewhere
    /\ seat' = Elsewhere /\ patience' = Client!Off
    /\ toClient' = Tell("SameUserIdElsewhere", seat)
    /\ UNCHANGED <<client, proven, links, toServer, peer>>

LeaveElsewhere == seat = Elsewhere /\ Unseat /\ UNCHANGED <<client, proven, links, network, peer>>

\* The server starts again and remembers nobody.
Restart ==
    /\ "restart" \in Faults
    /\ Unseat
    /\ toServer' = {} /\ toClient' = {}
    /\ present' = FALSE /\ seen' = FALSE
    /\ UNCHANGED <<client, proven, links>>

\* B is told who is in the room.
BIsBehind == present /\ seen # (seat # Nobody)
TellB == BIsBehind /\ seen' = ~seen /\ UNCHANGED <<client, proven, links, network, server, present>>

BLeaves == "peerLeaves" \in Faults /\ present /\ present' = FALSE /\ seen' = FALSE
    /\ UNCHANGED <<client, proven, links, network, server>>
BComes == ~present /\ present' = TRUE /\ seen' = (seat # Nobody)
    /\ UNCHANGED <<client, proven, links, network, server>>

-----------------------------------------------------------------------------
(* The passage of time. *)

Tick ==
    /\ Client!Tick
    \* [I] Here callbacks return at once.  In RoomReconnect they take as long as they like.
    /\ ~calling
    /\ (PacketsArrive \/ patience # 0) /\ ~BIsBehind
    \* What is cut is cut from now on, not from later.
    /\ ~ENABLED AIsCutOff
    /\ patience' = IF PacketsArrive THEN Units(SESSION_AT_MOST) ELSE Client!Down(patience)
    /\ UNCHANGED <<proven, links, network, seat, peer>>

-----------------------------------------------------------------------------
Init ==
    /\ Client!Init
    /\ proven = Nobody
    /\ signalUp = TRUE
    /\ mediaUp = TRUE
    /\ address = 1
    /\ node = 1
    /\ toServer = {}
    /\ toClient = {}
    /\ seat = Nobody
    /\ patience = Client!Off
    /\ present = TRUE
    /\ seen = FALSE

\* What goes wrong, or merely happens.
Trouble ==
    \/ CutBoth \/ CutSignal \/ CutMedia \/ Lose \/ ReDispatch
    \/ Kick \/ CloseRoom \/ JoinElsewhere \/ LeaveElsewhere \/ Restart
    \/ BLeaves \/ BComes \/ ADies

User == AInitializes \/ AJoins \/ ALeaves \/ AReleases

ClientSteps ==
    \/ ACarriesOut
    \/ ACallbackBegins
    \/ ACallbackReturns
    \/ ATriesAgain
    \/ AGivesUpTrying
    \/ ATimerFires
    \/ ANoticesTheLoss

Server == ServerHears \/ SessionExpires \/ Reject \/ TellB

Surroundings ==
    \/ HealBoth \/ HealSignal \/ HealMedia
    \/ AIsCutOff \/ AIsBackUnnoticed \/ AHears
    \/ \E fact \in {"RoomRequestFailed", "LongLinkFailed", "ProxyConnecting"} : AMeetsOnTheWay(fact)

Next == User \/ ClientSteps \/ Server \/ Surroundings \/ Trouble \/ Tick

\* A's client and the server do what they have to, and time passes.  The user, B and the
\* network owe nothing.
Fairness ==
    /\ WF_vars(ACarriesOut)
    /\ WF_vars(ACallbackBegins)
    /\ WF_vars(ACallbackReturns)
    /\ SF_vars((ACarriesOut \/ ACallbackBegins) /\ ~Client!Waiting')
    /\ SF_vars(ACallbackReturns /\ untold = <<>>)
    /\ WF_vars(ATimerFires \/ AGivesUpTrying \/ ATriesAgain \/ ANoticesTheLoss \/ AIsBackUnnoticed)
    /\ WF_vars(SessionExpires)
    /\ WF_vars(Reject)
    /\ WF_vars(TellB)
    /\ SF_vars(Tick)

Spec == Init /\ [][Next]_vars /\ Fairness

-----------------------------------------------------------------------------
(* Properties. *)

\* What A's client does here, it does in RoomReconnect.
RefinesReconnect == Client!Spec

\* The same without what must happen some day.
\* A process that dies is
\* followed by a new one.
RefinesReconnectSafely == Client!Init /\ [][UNCHANGED client \/ ADies \/ Client!Next]_client

\* B13, the list of peers drifts: A is in no session any more, so B is told some day.
B13_GoneIsToldProp ==
    (state \notin InSession /\ seat # Elsewhere /\ present /\ seen)
        ~> (~seen \/ state \in InSession \/ seat = Elsewhere \/ ~present)

\* B13: A got back into the room, or is believed to be there, and B sees it, or A learns
\* that it is not there; unless something goes wrong again and again.
B13_BackIsToldProp ==
    <>[][~Trouble /\ ~User]_vars /\ []<>(toClient = {}) =>
        []<>(state = CONNECTED /\ ~LinkIsDown /\ present => seen)

\* B9, ended by the server, and the client fights back: outside of a session it asks to be
\* let in no more.
B9_NoRequestOutsideASessionProp ==
    [][(\E m \in toServer' \ toServer : m.ask # "leave") => ~Client!Settled
       \/ state \in InSession]_vars

\* The server measures the silence of the session that it holds, and B sees nobody from outside.
ServerInv ==
    /\ patience # Client!Off <=> seat > Nobody
    /\ seen => present

\* The server tells that the seat is lost.
TellsTheEnd(m) == m.tells \in {"ServiceTimedOut", "Kicked", "RoomClosed", "SameUserIdElsewhere"}
    /\ m.epoch = seat

\* Who is told to be in has the seat.  Who is told to have expired had been silent for long
\* enough.  Who is told that the room is closed finds none.  Who loses the seat is told, or has
\* left; unless the network is full, or the server started again.
ServerTellsTheTruthProp ==
    [][LET news == toClient' \ toClient
       IN  /\ \A m \in news : m.tells \in {"Joined", "Rejoined"} => seat' = m.epoch
           /\ (\E m \in news : m.tells = "ServiceTimedOut" /\ m.epoch = seat) =>
                  ~PacketsArrive /\ patience <= Units(SESSION_AT_MOST - SESSION_AT_LEAST)
           /\ \A m \in news : m.tells # "RoomClosed" \/ ~RoomExists'
           /\ seat > Nobody /\ seat' \in {Nobody, Elsewhere} =>
                  \/ \E m \in toClient' : TellsTheEnd(m)
                  \/ \E m \in toServer : m.ask = "leave" /\ m.epoch = seat
                  \/ Cardinality(toClient) >= MaxInFlight
                  \/ toServer' = {} /\ toClient' = {} /\ ~present']_vars

\* A seat that is taken elsewhere stays taken, whoever asks to be let in, and A is told: a stranger
\* is no ghost.  Asked where no message is lost and the server does not start again.
RejoinYieldsProp ==
    [][\/ seat # Elsewhere
       \/ Faults \cap {"loss", "restart"} # {}
       \/ \A m \in toServer \ toServer' :
              m.ask = "leave"
                  \/ (seat' = Elsewhere /\ toClient' = Tell("SameUserIdElsewhere", m.epoch))]_vars

\* One's own ghost: who can prove the session that holds the seat is never told that somebody else
\* has the id, and gets the seat.
GhostIsNoStrangerProp ==
    [][\A m \in toServer \ toServer' :
           m.ask = "join" /\ Ghost(m.epoch) /\ m.proves = seat
               /\ Faults \cap {"loss", "restart"} = {} =>
               seat' = m.epoch /\ toClient' = Tell("Joined", m.epoch)]_vars

\* Nobody else is taken for a ghost: a session that is not proven keeps
\* its seat until it expires, leaves, or its user goes.
NothingIsTakenUnprovenProp ==
    [][seat > Nobody /\ seat' > Nobody /\ seat' # seat =>
           \E m \in toServer : m.ask = "join" /\ m.epoch = seat' /\ m.proves = seat]_vars

\* What A asks goes over a link that is up, to where the room is or was; each attempt to where it
\* is, if the dispatcher answers.
LinksCarryProp ==
    [][/\ toServer' \subseteq toServer \/ signalUp
       /\ address' \in {address, node}
       /\ attempt' <= attempt \/ "dispatcherDown" \in Faults \/ address' = node]_vars

\* Time can go on, or something has to be done first.
NoTimeLockInv == ENABLED Tick \/ ENABLED ClientSteps \/ ENABLED Server \/ ENABLED AIsCutOff
    \/ ENABLED AIsBackUnnoticed

-----------------------------------------------------------------------------
(* Witnesses: what must be possible. *)

\* A gives up while B still sees A in the room.
AFailedBeforeBWasTold == state = RECONNECTING /\ state' = FAILED /\ present /\ seen

\* B is told that A left, and only then A gives up.
BWasToldBeforeAFailed == state = RECONNECTING /\ state' = FAILED /\ present /\ ~seen

\* A gets back just after B was told that A left.
BackAfterBWasTold == state = RECONNECTING /\ present /\ ~seen /\ seat = Nobody /\ seat' = epoch

\* A late rejoin meets a room that is gone.
RoomNotFound ==
    /\ state = RECONNECTING /\ ~RoomExists
    /\ \E m \in toServer \ toServer' : m.ask = "rejoin"
    /\ \E m \in toClient' \ toClient : m.tells = "RoomClosed"

\* A takes the seat back from its own ghost.
TakenBack == state = CONNECTING /\ seat > Nobody /\ seat' = epoch /\ seat' > seat

\* A waits for its own ghost, which it cannot prove, and gets in once that has expired.
WaitedFor == WaitsForGhost /\ seat' = Nobody

\* A stranger is told: somebody else has the id.
AStrangerIsTold == state = CONNECTING /\ seat = Elsewhere /\ out' # out
    /\ out'.event = "SameUserIdElsewhere"

=============================================================================
