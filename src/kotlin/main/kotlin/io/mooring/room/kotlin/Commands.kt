package io.mooring.room.kotlin

import io.mooring.room.CommandResult
import io.mooring.room.RoomConnection
import io.mooring.room.spec.ReturnCode
import kotlin.coroutines.resume
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.suspendCancellableCoroutine

/**
 * Joins a room, and returns when the join has a result: [RoomConnection.joinChannel].
 *
 * Cancellation leaves the session of this join, and only if the join has no result yet. If the
 * client is in the room already, or another session has begun since, nothing is left: a cancelled
 * caller that wants to leave for certain calls [leave].
 *
 * @param channelName the name of the room; neither empty nor blank
 * @param uid the user's id, unsigned; 0 if the server is to choose one
 * @throws IllegalArgumentException when the name is empty or blank; nothing is decided
 */
public suspend fun RoomConnection.join(channelName: String, uid: Long = 0): JoinResult =
  awaitJoin { joinChannel(channelName, uid) }

/**
 * Leaves the room and joins another one with nothing decided in between, and returns when the join
 * has a result: [RoomConnection.switchChannel]. [JoinResult.Refused] if there was no room to leave.
 *
 * Cancellation is as for [join]. The room that was left is not joined again.
 *
 * @param channelName the name of the other room; neither empty nor blank
 * @param uid the user's id there, unsigned; 0 if the server is to choose one
 * @throws IllegalArgumentException when the name is empty or blank; nothing is decided
 */
public suspend fun RoomConnection.switchTo(channelName: String, uid: Long = 0): JoinResult =
  awaitJoin { switchChannel(channelName, uid) }

/**
 * Leaves the room, and returns when that was carried out: [RoomConnection.leaveChannel].
 *
 * The leave is decided at once and has priority over everything that is decided after it.
 * Cancellation ends the wait alone: the room is left nevertheless.
 */
public suspend fun RoomConnection.leave(): LeaveResult {
  currentCoroutineContext().ensureActive()
  val result = leaveChannel()
  if (!result.accepted()) {
    return LeaveResult.Refused(result.code())
  }
  result.await {}
  return LeaveResult.Left
}

private suspend fun RoomConnection.awaitJoin(command: () -> CommandResult): JoinResult {
  currentCoroutineContext().ensureActive()
  val result = command()
  if (!result.accepted()) {
    return JoinResult.Refused(result.code())
  }
  val session = result.sessionEpoch()
  val code = result.await { cancelJoin(session) }
  return if (code == ReturnCode.OK) JoinResult.Joined(session) else JoinResult.Failed(code, session)
}

private suspend fun CommandResult.await(onCancellation: () -> Unit): ReturnCode =
  suspendCancellableCoroutine { waiting ->
    waiting.invokeOnCancellation { onCancellation() }
    outcome().thenAccept(waiting::resume)
  }
