-- Up
CREATE UNIQUE INDEX customers_by_email ON customers (email);

-- Down
DROP INDEX customers_by_email;
