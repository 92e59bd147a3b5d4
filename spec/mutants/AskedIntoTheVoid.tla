-------------------------- MODULE AskedIntoTheVoid --------------------------
\* A's requests arrive although the signalling link is down.
\* Violates LinksCarryProp, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

AskAnyway(m) == toServer' = With(toServer, m)

=============================================================================
