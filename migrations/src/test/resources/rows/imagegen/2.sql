INSERT INTO prompts (id, text, is_favorite) VALUES ('p', 'a boat', 1);
INSERT INTO reference_groups (id, name) VALUES ('g1', 'coast');
INSERT INTO reference_group_images (group_id, image_id) VALUES ('g1', 'i2'), ('g1', 'i1');
UPDATE queue_entries SET reference_group_id = 'g1' WHERE id = 'q3';
