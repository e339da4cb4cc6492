package dev.litmus.examples.code;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The coding sessions. */
@Database("code")
public interface SessionRepository {

  @Query("""
      INSERT INTO sessions (id, title, working_directory, model, status, chat_id, created_at, updated_at)
      VALUES (:session.id, :session.title, :session.workingDirectory, :session.model, :session.status,
              :session.chatId, :session.createdAt, :session.updatedAt)""")
  void insert(Session session);

  @Query("""
      SELECT id, title, working_directory, model, status, chat_id, created_at, updated_at
      FROM sessions
      WHERE id = :id""")
  Optional<Session> findById(UUID id);

  /** All sessions, the one that changed last first. */
  @Query("""
      SELECT id, title, working_directory, model, status, chat_id, created_at, updated_at
      FROM sessions
      ORDER BY updated_at DESC, id DESC""")
  KeysetPage<Session> newest(KeysetRequest from);

  /** The sessions in a folder, and how many there are in all. */
  @Query("""
      SELECT id, title, working_directory, model, status, chat_id, created_at, updated_at
      FROM sessions
      WHERE working_directory = :folder
      ORDER BY updated_at DESC, id DESC""")
  Page<Session> inFolder(Path folder, PageRequest page);

  /** The sessions that began from a chat, in order; the chat itself may be gone. */
  @Query("""
      SELECT id, title, working_directory, model, status, chat_id, created_at, updated_at
      FROM sessions
      WHERE chat_id = :chatId
      ORDER BY created_at, id""")
  List<Session> ofChat(String chatId);

  /** What is being worked on. */
  @Query("""
      SELECT id, title, working_directory, model, status, chat_id, created_at, updated_at
      FROM sessions
      WHERE status = 'active'
      ORDER BY updated_at DESC, id DESC""")
  List<Session> active();

  /** Ends a session that is active; false when it is not, or is not there. */
  @Query(
      "UPDATE sessions SET status = :status, updated_at = :now WHERE id = :id AND status = 'active'")
  boolean finish(UUID id, SessionStatus status, Instant now);

  /** Deletes a session with its transcript and snapshots. */
  @Query("DELETE FROM sessions WHERE id = :id")
  boolean delete(UUID id);
}
