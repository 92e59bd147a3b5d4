---------------------------- MODULE BreakerTiming ----------------------------
(* How long a breaker rests, in seconds. *)
EXTENDS Integers

\* A breaker rests at least so long.
REST_AT_LEAST == 5

\* So many times the shortest rest is the longest.
LOCAL Times == 12

\* A breaker rests at most so long.
REST_AT_MOST == Times * REST_AT_LEAST

\* How long the timer of a breaker may be set to.
TimerBounds == {[timer |-> "rest", atLeast |-> REST_AT_LEAST, atMost |-> REST_AT_MOST]}

ASSUME REST_AT_LEAST <= REST_AT_MOST

=============================================================================
