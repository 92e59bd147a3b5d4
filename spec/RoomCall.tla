------------------------------ MODULE RoomCall ------------------------------
(***************************************************************************)
(* The whole call: user A's client, the network, the server, and user B.   *)
(*                                                                         *)
(* A's client is that of RoomReconnect.  There the world may tell any      *)
(* fact.  Here it is a signalling link, a media link, a dispatcher that    *)
(* knows which node serves the room, a proxy on the way, and a server that *)
(* keeps A's session for a while after A fell silent.  Messages between    *)
(* client and server are delayed, reordered, duplicated and lost.  User B  *)
(* is in the same room behind a good network, and is told who is there.    *)
(*                                                                         *)
(* Comments carry a tag: [D] documented by the vendor, [I] our decision.   *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets, RoomTiming

CONSTANTS
    \* The bounds of A's client, see RoomReconnect.
    Unit, MaxEpoch, MaxEpisode, MaxPending, Facts, AttemptsFail, TransportBlocks,
    \* The number of messages that are in flight at the same time, in each direction.
    MaxInFlight,
    \* The commands of A's user.
    Commands,
    \* The faults that happen.
    Faults,
    \* A goes through the cloud proxy.
    UseProxy

VARIABLES
    \* A's client.
    state, proxied, departed, transportOpen, reconnecting, windowArmed, joinTimed, out,
    epoch, episode, pending, blocked, untold, calling, told, transport, opened, timer, deadline,
    attempt, phase, attemptLeft, unnoticed, outcomeDue,
    \* The session that A can prove to own, by what the server has sent it, or Nobody.
    proven,
    \* A's links to the server.
    signalUp, mediaUp,
    \* The node that A's client uses, and the one that serves the room.
    address, node,
    \* The messages in flight to the server, and to A's client.
    toServer, toClient,
    \* The session of A in the seat, or Nobody; the user's id may also be taken Elsewhere.
    seat,
    \* The time that the server still waits for packets of the session.
    patience,
    \* B is in the room.
    present,
    \* B was told that A is in the room.
    seen

Client == INSTANCE RoomReconnect WITH MaxTick <- 1

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

\* The possible faults.
Fault ==
    {"cutBoth", "cutOne", "loss", "duplicate", "kick", "close", "elsewhere", "restart",
     "reDispatch",
     "dispatcherDown", "peerLeaves", "death"}

\* The requests of the client to the server.
Request ==
    [ask : {"join"}, epoch : 1..MaxEpoch, proves : {Nobody} \cup 1..MaxEpoch]
    \cup [ask : {"leave"}, epoch : 1..MaxEpoch]
    \cup [ask : {"rejoin"}, epoch : 1..MaxEpoch, episode : 1..MaxEpisode,
          attempt : 1..Client!MaxAttempt]

\* The answers of the server to the client.
Answer ==
    [tells : Facts, epoch : 1..MaxEpoch]
    \cup [tells : {"Rejoined"}, epoch : 1..MaxEpoch, episode : 1..MaxEpisode,
          attempt : 1..Client!MaxAttempt]

ASSUME /\ {"Joined", "SignalLost", "MediaLost", "ServiceTimedOut", "RoomClosed"} \subseteq Facts
       /\ Faults \subseteq Fault
       /\ Commands \subseteq Client!Contract!Command
       /\ MaxInFlight \in Nat \ {0}
       /\ UseProxy \in BOOLEAN
       /\ (1000 * SESSION_AT_LEAST) % Unit = 0 /\ (1000 * SESSION_AT_MOST) % Unit = 0


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

\* Messages ms with one more.  [I] If the network is full, the message is lost.
With(ms, m) == IF Cardinality(ms) < MaxInFlight THEN ms \cup {m} ELSE ms

\* Messages ms after m has arrived: m is gone, unless it is duplicated.
After(ms, m) == IF "duplicate" \in Faults THEN {ms, ms \ {m}} ELSE {ms \ {m}}

\* A's media reach the server: the link is up, and the node is the one that serves the room.
MediaWorks == mediaUp /\ address = node

\* The room exists as long as a user is in it.  [D] The last one to leave destroys it.
RoomExists == seat # Nobody \/ present

\* A's packets arrive at the server.
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
(* A's client: the steps of RoomReconnect, where the world permits them. *)

\* The network, when A's client sends request m.
Ask(m) == toServer' = IF signalUp THEN With(toServer, m) ELSE toServer

AInitializes == "Initialize" \in Commands /\ Client!Initialize
    /\ UNCHANGED <<proven, links, network, server, peer>>
AJoins == "JoinChannel" \in Commands /\ Client!JoinChannel
    /\ UNCHANGED <<proven, links, network, server, peer>>
ALeaves == "LeaveChannel" \in Commands /\ Client!LeaveChannel
    /\ UNCHANGED <<proven, links, network, server, peer>>
AReleases == "Release" \in Commands /\ Client!Release
    /\ UNCHANGED <<proven, links, network, server, peer>>

\* The dispatcher says where the room is, or it does not answer and the address stays.
AskDispatcher == address' = node \/ ("dispatcherDown" \in Faults /\ address' = address)

\* A decision is carried out, and its requests are sent.
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

\* A link is down under a client that is CONNECTED.
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

\* During the first join, the dispatcher fails, or the node cannot be reached, or the client
\* connects through the proxy.
AMeetsOnTheWay(fact) ==
    /\ fact \in Facts
    /\ fact = "RoomRequestFailed" => "dispatcherDown" \in Faults
    /\ fact = "LongLinkFailed" => LinkIsDown
    /\ fact = "ProxyConnecting" => UseProxy
    /\ state = CONNECTING /\ transport = epoch
    /\ Client!WorldTells(fact, epoch)
    /\ UNCHANGED <<proven, links, network, server, peer>>

\* A's process dies, and another one begins.  The number of the session stands for whatever the
\* server distinguishes sessions by, so it grows.  The session's proof is in a snapshot, or lost.
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

\* The server tells a fact about session e, if the model contains that fact.
Tell(fact, e) == IF fact \in Facts /\ e > Nobody THEN With(toClient, [tells |-> fact, epoch |-> e])
    ELSE toClient

\* Session e gets the seat.
Seat(e) == seat' = e /\ patience' = Units(SESSION_AT_MOST)

\* The seat is empty.
Unseat == seat' = Nobody /\ patience' = Client!Off

\* The seat is held for an earlier session of A: its own ghost.
Ghost(e) == seat > Nobody /\ seat < e

\* A asks to join.  [I] The server refuses the id of an occupied seat.  A takes the seat back from
\* its own ghost if it can prove that session.  If it cannot, it asks again until the ghost is gone
\* or the time of the join is over, or takes the ghost for a stranger.
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

\* A join without a proof waits for the ghost, as long as A asks again.
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

\* [I] A client that sends packets for a session that the server does not have is told so, as
\* often as it takes: otherwise a client that missed the end would never know of it.
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

\* [I] Another user with A's id takes the seat, from A or before A joins.
JoinElsewhere ==
    /\ "elsewhere" \in Faults /\ seat # Elsewhere
    /\ seat' = Elsewhere /\ patience' = Client!Off
    /\ toClient' = Tell("SameUserIdElsewhere", seat)
    /\ UNCHANGED <<client, proven, links, toServer, peer>>

LeaveElsewhere == seat = Elsewhere /\ Unseat /\ UNCHANGED <<client, proven, links, network, peer>>

\* The server restarts and has forgotten every session.
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
    /\ Client!Tick(1)
    \* [I] Here callbacks return at once.  In RoomReconnect they may take any time.
    /\ ~calling
    /\ (PacketsArrive \/ patience # 0) /\ ~BIsBehind
    \* A network that is cut is cut now, not later.
    /\ ~ENABLED AIsCutOff
    /\ patience' = IF PacketsArrive THEN Units(SESSION_AT_MOST) ELSE Client!Down(patience, 1)
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

\* Faults, and other events from outside.
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

\* A's client and the server do what they must, and time passes.  The user, B and the network
\* need not do anything.
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

\* The steps of A's client are steps of RoomReconnect.
RefinesReconnect == Client!Spec

\* The same without liveness, and with deaths.
\* A process that dies is followed by a new one.
\* followed by a new one.
RefinesReconnectSafely == Client!Init /\ [][UNCHANGED client \/ ADies \/ Client!Next]_client

\* B13, the list of peers drifts: when A is in no session any more, B is told eventually.
B13_GoneIsToldProp ==
    (state \notin InSession /\ seat # Elsewhere /\ present /\ seen)
        ~> (~seen \/ state \in InSession \/ seat = Elsewhere \/ ~present)

\* B13: when A is back in the room, or believes so, then B sees A, or A learns that it is not
\* in the room, unless faults never end.
B13_BackIsToldProp ==
    <>[][~Trouble /\ ~User]_vars /\ []<>(toClient = {}) =>
        []<>(state = CONNECTED /\ ~LinkIsDown /\ present => seen)

\* B9, ended by the server, and the client fights back: outside a session the client does not
\* ask to be let in.
B9_NoRequestOutsideASessionProp ==
    [][(\E m \in toServer' \ toServer : m.ask # "leave") => ~Client!Settled
       \/ state \in InSession]_vars

\* The server measures the silence of the session in the seat, and B sees A only from inside.
ServerInv ==
    /\ patience # Client!Off <=> seat > Nobody
    /\ seen => present

\* The server tells that the seat is lost.
TellsTheEnd(m) == m.tells \in {"ServiceTimedOut", "Kicked", "RoomClosed", "SameUserIdElsewhere"}
    /\ m.epoch = seat

\* A client that is told that it is in the room has the seat.  One that is told that its session
\* expired had been silent for long enough.  If the room is told to be closed, it is gone.  One that
\* loses the seat is told, or has left, unless the network is full or the server has restarted.
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

\* A seat that is taken elsewhere stays taken, whichever client asks to be let in, and A is told: a
\* stranger is no ghost.  Checked in models without loss of messages and without a restart.
RejoinYieldsProp ==
    [][\/ seat # Elsewhere
       \/ Faults \cap {"loss", "restart"} # {}
       \/ \A m \in toServer \ toServer' :
              m.ask = "leave"
                  \/ (seat' = Elsewhere /\ toClient' = Tell("SameUserIdElsewhere", m.epoch))]_vars

\* One's own ghost: a client that can prove the session in the seat gets the seat, and is never
\* told that another user has the id.
GhostIsNoStrangerProp ==
    [][\A m \in toServer \ toServer' :
           m.ask = "join" /\ Ghost(m.epoch) /\ m.proves = seat
               /\ Faults \cap {"loss", "restart"} = {} =>
               seat' = m.epoch /\ toClient' = Tell("Joined", m.epoch)]_vars

\* No stranger is taken for a ghost: a session that is not proven keeps
\* its seat until it expires, leaves, or is ended by the server.
NothingIsTakenUnprovenProp ==
    [][seat > Nobody /\ seat' > Nobody /\ seat' # seat =>
           \E m \in toServer : m.ask = "join" /\ m.epoch = seat' /\ m.proves = seat]_vars

\* A's requests are sent over a link that is up, to where the room is or was; each attempt goes to
\* where the room is, if the dispatcher answers.
LinksCarryProp ==
    [][/\ toServer' \subseteq toServer \/ signalUp
       /\ address' \in {address, node}
       /\ attempt' <= attempt \/ "dispatcherDown" \in Faults \/ address' = node]_vars

\* Time can advance, or something has to be done first.
NoTimeLockInv == ENABLED Tick \/ ENABLED ClientSteps \/ ENABLED Server \/ ENABLED AIsCutOff
    \/ ENABLED AIsBackUnnoticed

-----------------------------------------------------------------------------
(* Witnesses: what can happen. *)

\* A gives up while B still sees A in the room.
AFailedBeforeBWasTold == state = RECONNECTING /\ state' = FAILED /\ present /\ seen

\* B is told that A left before A gives up.
BWasToldBeforeAFailed == state = RECONNECTING /\ state' = FAILED /\ present /\ ~seen

\* A gets back just after B was told that A left.
BackAfterBWasTold == state = RECONNECTING /\ present /\ ~seen /\ seat = Nobody /\ seat' = epoch

\* A late rejoin arrives after the room is gone.
RoomNotFound ==
    /\ state = RECONNECTING /\ ~RoomExists
    /\ \E m \in toServer \ toServer' : m.ask = "rejoin"
    /\ \E m \in toClient' \ toClient : m.tells = "RoomClosed"

\* A takes the seat back from its own ghost.
TakenBack == state = CONNECTING /\ seat > Nobody /\ seat' = epoch /\ seat' > seat

\* A waits for its own ghost, which it cannot prove, and joins once that has expired.
WaitedFor == WaitsForGhost /\ seat' = Nobody

\* A is told that another user has its id.
AStrangerIsTold == state = CONNECTING /\ seat = Elsewhere /\ out' # out
    /\ out'.event = "SameUserIdElsewhere"

=============================================================================
