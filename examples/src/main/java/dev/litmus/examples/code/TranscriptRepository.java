package dev.litmus.examples.code;

import dev.litmus.annotations.Batch;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Key;
import dev.litmus.annotations.Query;
import dev.litmus.annotations.Transactional;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The transcripts of the sessions. */
@Database("code")
public interface TranscriptRepository {

  /**
   * Adds entries, with the files that they are about to change; all of them, or none.
   *
   * @param entries their places behind the last of the session
   * @param snapshots taken before one of the entries each
   * @throws dev.litmus.runtime.error.NoRowException when there is no such session
   */
  @Transactional
  default void append(
      UUID sessionId, List<TranscriptEntry> entries, List<Snapshot> snapshots, Instant now) {
    touch(sessionId, now);
    insertAll(sessionId, entries);
    insertSnapshots(sessionId, snapshots);
  }

  /**
   * Goes back to before an entry: it and whatever came behind are gone, with the snapshots that they took.
   *
   * @return the files that have changed since, as they were then
   * @throws dev.litmus.runtime.error.NoRowException when there is no such session
   */
  @Transactional
  default List<FileState> rewind(UUID sessionId, int sequence, Instant now) {
    touch(sessionId, now);
    List<FileState> files = filesBefore(sessionId, sequence);
    deleteFrom(sessionId, sequence);
    return files;
  }

  @Query("""
      INSERT INTO transcript_entries
        (id, session_id, sequence, kind, content, input_tokens, output_tokens, created_at)
      VALUES
        (:entries.id, :sessionId, :entries.sequence, :entries.kind, :entries.content,
         :entries.tokens.inputTokens, :entries.tokens.outputTokens, :entries.createdAt)""")
  @Batch
  int insertAll(UUID sessionId, List<TranscriptEntry> entries);

  @Query("""
      INSERT INTO snapshots (id, session_id, sequence, path, content, created_at)
      VALUES
        (:snapshots.id, :sessionId, :snapshots.sequence, :snapshots.path, :snapshots.content,
         :snapshots.createdAt)""")
  @Batch
  int insertSnapshots(UUID sessionId, List<Snapshot> snapshots);

  /** Says that a session has changed. A session that is not there has no row to return, and that is an error. */
  @Query("UPDATE sessions SET updated_at = :now WHERE id = :sessionId RETURNING updated_at")
  Instant touch(UUID sessionId, Instant now);

  /** A piece of a transcript; entries that come meanwhile shift nothing. */
  @Query("""
      SELECT id, sequence, kind, content, input_tokens, output_tokens, created_at
      FROM transcript_entries
      WHERE session_id = :sessionId
      ORDER BY sequence""")
  KeysetPage<TranscriptEntry> scroll(UUID sessionId, KeysetRequest from);

  /** Returns the place of the last entry; 0 when there is none. */
  @Query("SELECT coalesce(max(sequence), 0) FROM transcript_entries WHERE session_id = :sessionId")
  int last(UUID sessionId);

  /** Counts the entries of each kind that there is. */
  @Query("""
      SELECT kind, count(*) AS entries
      FROM transcript_entries
      WHERE session_id = :sessionId
      GROUP BY kind
      ORDER BY kind""")
  @Key("kind")
  Map<EntryKind, Integer> counts(UUID sessionId);

  /** Returns what a session has cost. */
  @Query("""
      SELECT coalesce(sum(input_tokens), 0) AS input_tokens, coalesce(sum(output_tokens), 0) AS output_tokens
      FROM transcript_entries
      WHERE session_id = :sessionId""")
  Tokens spent(UUID sessionId);

  @Query("SELECT count(*) FROM snapshots WHERE session_id = :sessionId")
  int countSnapshots(UUID sessionId);

  /** The files that changed at an entry or later, as they were before it: the first snapshot of each from there on. */
  @Query("""
      SELECT s.path, s.content
      FROM snapshots s
      WHERE s.session_id = :sessionId
        AND s.sequence = (
          SELECT min(later.sequence)
          FROM snapshots later
          WHERE later.session_id = s.session_id AND later.path = s.path AND later.sequence >= :sequence)
      ORDER BY s.path""")
  List<FileState> filesBefore(UUID sessionId, int sequence);

  @Query("DELETE FROM transcript_entries WHERE session_id = :sessionId AND sequence >= :sequence")
  int deleteFrom(UUID sessionId, int sequence);
}
