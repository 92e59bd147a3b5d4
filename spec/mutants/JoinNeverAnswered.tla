------------------------- MODULE JoinNeverAnswered --------------------------
\* The first join has no time limit of its own.
\* Violates B10_JoinIsAnsweredProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

EndlessJoin == IF state = CONNECTING THEN Ignore("LongLinkFailed") ELSE Original!LongLinkFailed
WithoutLimit == {row \in Original!TransitionTable : row[2] # "LongLinkFailed"}
NotAnswered == {row \in Original!AnswerTable : row.event # "LongLinkFailed"}

=============================================================================
