package io.mooring.room.kotlin

import io.mooring.room.spec.ReturnCode

/** The result of a join. */
public sealed interface JoinResult {

  /**
   * The client is in the room.
   *
   * @property sessionEpoch the number of the session, as in
   *   [io.mooring.room.ConnectionChange.sessionEpoch]
   */
  public data class Joined(public val sessionEpoch: Long) : JoinResult

  /**
   * The command was accepted, and the join has failed or was ended.
   *
   * @property code what ended it, for example [ReturnCode.CONNECT_FAILED]
   * @property sessionEpoch the number of the session
   */
  public data class Failed(public val code: ReturnCode, public val sessionEpoch: Long) : JoinResult

  /**
   * The command was refused and changed nothing.
   *
   * @property code why, for example [ReturnCode.ALREADY_JOINED]
   */
  public data class Refused(public val code: ReturnCode) : JoinResult
}

/** The result of a leave. */
public sealed interface LeaveResult {

  /** The room was left. */
  public data object Left : LeaveResult

  /**
   * The command was refused and changed nothing.
   *
   * @property code why, for example [ReturnCode.NOT_JOINED]
   */
  public data class Refused(public val code: ReturnCode) : LeaveResult
}
