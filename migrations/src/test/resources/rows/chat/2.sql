INSERT INTO branches (id, chat_id, parent_message_id, name) VALUES ('b1', 'c1', 'm1', 'Without an umbrella');
