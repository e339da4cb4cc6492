-- Up
-- nothing

-- Down
-- nothing
