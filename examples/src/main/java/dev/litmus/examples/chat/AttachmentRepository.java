package dev.litmus.examples.chat;

import dev.litmus.annotations.Batch;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Key;
import dev.litmus.annotations.Query;
import dev.litmus.examples.bytes.Bytes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that belong to messages. */
@Database("chat")
public interface AttachmentRepository {

  @Query("""
      INSERT INTO attachments (id, message_id, position, file_name, media_type, created_at, content)
      VALUES (:attachments.id, :attachments.messageId, :attachments.position, :attachments.fileName,
              :attachments.mediaType, :attachments.createdAt, :attachments.content)""")
  @Batch
  int insertAll(List<Attachment> attachments);

  /** What a message carries, in order. The files themselves are not read for it. */
  @Query("""
      SELECT id, file_name, media_type, length(content) AS bytes
      FROM attachments
      WHERE message_id = :messageId
      ORDER BY position""")
  List<AttachmentSummary> ofMessage(String messageId);

  /** How many attachments each message has, of those that have any: one query for a page of messages. */
  @Query("""
      SELECT message_id, count(*) AS attachments
      FROM attachments
      WHERE message_id IN (:messageIds)
      GROUP BY message_id
      ORDER BY message_id""")
  @Key("message_id")
  Map<String, Integer> counts(Collection<String> messageIds);

  @Query("SELECT content FROM attachments WHERE id = :id")
  Optional<Bytes> content(String id);

  @Query("DELETE FROM attachments WHERE id = :id")
  boolean delete(String id);
}
