-- A branch outlives what it continues from: it then continues from what came right before that.

-- Up

-- The message before it in the same line; where there is none, what that line itself continues from. BEFORE, because
-- the foreign key has made it NULL when the message is gone.
CREATE TRIGGER messages_bd BEFORE DELETE ON messages BEGIN
  UPDATE branches
  SET parent_message_id = coalesce(
    (
      SELECT m.id
      FROM messages m
      WHERE m.chat_id = old.chat_id AND m.branch_id IS old.branch_id AND (m.timestamp, m.id) < (old.timestamp, old.id)
      ORDER BY m.timestamp DESC, m.id DESC
      LIMIT 1
    ),
    (SELECT b.parent_message_id FROM branches b WHERE b.id = old.branch_id))
  WHERE parent_message_id = old.id;
END;

-- A branch takes its messages along, and is itself gone when they ask what it continued from.
CREATE TRIGGER branches_bd BEFORE DELETE ON branches BEGIN
  UPDATE branches
  SET parent_message_id = old.parent_message_id
  WHERE parent_message_id IN (SELECT id FROM messages WHERE branch_id = old.id);
END;

-- Down
DROP TRIGGER branches_bd;
DROP TRIGGER messages_bd;
