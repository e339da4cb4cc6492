SELECT id
FORM orders
