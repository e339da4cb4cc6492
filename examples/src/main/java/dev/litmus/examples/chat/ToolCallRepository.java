package dev.litmus.examples.chat;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Key;
import dev.litmus.annotations.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The tools that messages call. */
@Database("chat")
public interface ToolCallRepository {

  /**
   * Begins a call, behind those that the message has.
   *
   * @param arguments JSON
   * @return its place in the message
   */
  @Query("""
      INSERT INTO tool_calls (id, message_id, position, tool, arguments, started_at)
      VALUES (:id, :messageId, (SELECT coalesce(max(position) + 1, 0) FROM tool_calls WHERE message_id = :messageId),
              :tool, :arguments, :now)
      RETURNING position""")
  int start(String id, String messageId, String tool, String arguments, Instant now);

  /** Ends a call that runs with a result, which is JSON; false when it does not run. */
  @Query("""
      UPDATE tool_calls
      SET status = 'succeeded', result = :result, finished_at = :now
      WHERE id = :id AND status = 'running'""")
  boolean succeed(String id, String result, Instant now);

  /** Ends a call that runs with an error; false when it does not run. */
  @Query("""
      UPDATE tool_calls
      SET status = 'failed', error = :error, finished_at = :now
      WHERE id = :id AND status = 'running'""")
  boolean fail(String id, String error, Instant now);

  /** Ends whatever runs: the calls of an application that has ended. */
  @Query("""
      UPDATE tool_calls
      SET status = 'failed', error = 'the application ended', finished_at = :now
      WHERE status = 'running'""")
  int failAll(Instant now);

  /** The calls of a message, in order. */
  @Query("""
      SELECT id, message_id, position, tool, arguments, status, result, error, started_at, finished_at
      FROM tool_calls
      WHERE message_id = :messageId
      ORDER BY position""")
  List<ToolCall> ofMessage(String messageId);

  /** What runs, the call that runs longest first. */
  @Query("""
      SELECT id, message_id, position, tool, arguments, status, result, error, started_at, finished_at
      FROM tool_calls
      WHERE status = 'running'
      ORDER BY started_at, id""")
  List<ToolCall> running();

  /** How much each tool is used, by its name. */
  @Query("""
      SELECT tool, count(*) AS calls, count(*) FILTER (WHERE status = 'failed') AS failed
      FROM tool_calls
      GROUP BY tool
      ORDER BY tool""")
  @Key("tool")
  Map<String, ToolUse> usage();
}
