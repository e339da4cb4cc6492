-- Up
UPDATE accounts SET owner = 'nobody' WHERE owner = 'unknown';

-- Down
UPDATE accounts SET owner = 'unknown' WHERE owner = 'nobody';
