package dev.litmus.benchmarks.compare.contender;

import dev.litmus.benchmarks.data.Hit;
import dev.litmus.benchmarks.data.Message;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** The statements as MyBatis has them. */
interface MyBatisMapper {

  @Select("""
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages WHERE id = #{id}""")
  @Nullable
  Message find(@Param("id") String id);

  @Select("""
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages WHERE chat_id = #{chat} ORDER BY timestamp""")
  List<Message> ofChat(@Param("chat") String chat);

  @Select("""
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages""")
  List<Message> all();

  @Insert("""
      INSERT INTO messages (id, chat_id, role, content, model, token_count, timestamp, is_liked)
      VALUES (#{id}, #{chatId}, #{role}, #{content}, #{model}, #{tokenCount}, #{timestamp}, #{isLiked})""")
  int insert(Message message);

  @Select("""
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages WHERE chat_id = #{chat} ORDER BY timestamp, id LIMIT #{limit} OFFSET #{offset}""")
  List<Message> page(
      @Param("chat") String chat, @Param("limit") int limit, @Param("offset") int offset);

  @Select("SELECT count(*) FROM messages WHERE chat_id = #{chat}")
  long count(@Param("chat") String chat);

  @Select("""
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages WHERE chat_id = #{chat} ORDER BY timestamp, id LIMIT #{limit}""")
  List<Message> first(@Param("chat") String chat, @Param("limit") int limit);

  @Select("""
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages WHERE chat_id = #{chat} AND (timestamp, id) > (#{last.timestamp}, #{last.id})
      ORDER BY timestamp, id LIMIT #{limit}""")
  List<Message> next(
      @Param("chat") String chat, @Param("last") Message last, @Param("limit") int limit);

  @Select("""
      SELECT d.id, highlight(documents_fts, 0, '[', ']') AS text
      FROM documents_fts JOIN documents d ON d.id = documents_fts.rowid
      WHERE documents_fts MATCH #{words} ORDER BY documents_fts.rank, d.id LIMIT 50""")
  List<Hit> search(@Param("words") String words);
}
