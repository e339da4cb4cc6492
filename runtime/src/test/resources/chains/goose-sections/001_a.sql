-- Up
-- +goose StatementBegin
CREATE TABLE post (
    id int NOT NULL,
    title text,
    PRIMARY KEY(id)
);
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER post_ai AFTER INSERT ON post
BEGIN
    UPDATE post SET title = CASE WHEN new.title IS NULL THEN 'none;' ELSE new.title || ';' END WHERE id = new.id;
    DELETE FROM post WHERE id = new.id - 100;
END;
-- +goose StatementEnd
INSERT INTO post VALUES (1, NULL), (2, 'b');
-- Down
-- +goose StatementBegin
DROP TRIGGER post_ai;
DROP TABLE post;
-- +goose StatementEnd
