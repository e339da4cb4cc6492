/*
 * The contender c: C on SQLite's amalgamation, one connection, statements prepared once, rows copied into memory of its own. It
 * speaks as Child.java does: "ready VERSION", and for each line "run WORKLOAD MILLISECONDS" an answer
 * "ok OPERATIONS NANOSECONDS HASH".
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "sqlite3.h"

#define COLUMNS "id, chat_id, role, content, model, token_count, timestamp, is_liked"
#define SELECT "SELECT " COLUMNS " FROM messages"
#define MOST_COLUMNS 8
enum { PAGE = 20, PAGES = 5, CHUNK = 100, TRANSACTION = 1000, HASHED_READS = 16, HASHED_ROWS = 100, W1_AT_ONCE = 16 };

typedef struct {
  const char *text; /* NULL for NULL and for numbers */
  int length;
  int is_number;
  int64_t number;
} Value;

typedef struct {
  int columns;
  Value values[MOST_COLUMNS];
} Row;

/* Rows, and their texts in blocks, which stay to be filled again. */
typedef struct Block {
  struct Block *next;
  size_t used;
  char bytes[1 << 20];
} Block;

typedef struct {
  Row *rows;
  int count;
  int capacity;
  Block *first;
  Block *current;
} Rows;

typedef struct {
  sqlite3 *file;
  sqlite3_stmt *find, *of_chat, *all, *page, *count, *first, *next, *search, *insert, *begin, *commit;
  int64_t stays;
} Database;

static const char *folder;
static Rows lookups, arrivals[2];
static int batch;
static Database databases[2];
static Rows result;

static void fail(const char *what, const char *why) {
  fprintf(stderr, "c: %s: %s\n", what, why);
  exit(1);
}

static void check(sqlite3 *file, int code, const char *what) {
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
    fail(what, sqlite3_errmsg(file));
  }
}

static void *allocate(size_t size) {
  void *memory = malloc(size);
  if (memory == NULL) {
    fail("malloc", "no memory");
  }
  return memory;
}

static void clear(Rows *rows) {
  rows->count = 0;
  rows->current = rows->first;
  if (rows->first != NULL) {
    rows->first->used = 0;
  }
}

static const char *copy(Rows *rows, const void *text, int length) {
  Block *block = rows->current;
  if (block == NULL || block->used + (size_t) length + 1 > sizeof block->bytes) {
    Block *next = block == NULL ? NULL : block->next;
    if (next == NULL) {
      next = allocate(sizeof *next);
      next->next = NULL;
      if (block == NULL) {
        rows->first = next;
      } else {
        block->next = next;
      }
    }
    next->used = 0;
    rows->current = block = next;
  }
  char *copied = block->bytes + block->used;
  memcpy(copied, text, (size_t) length);
  copied[length] = '\0';
  block->used += (size_t) length + 1;
  return copied;
}

static void add(Rows *rows, sqlite3_stmt *statement) {
  if (rows->count == rows->capacity) {
    rows->capacity = rows->capacity == 0 ? 128 : rows->capacity * 2;
    rows->rows = realloc(rows->rows, (size_t) rows->capacity * sizeof *rows->rows);
    if (rows->rows == NULL) {
      fail("realloc", "no memory");
    }
  }
  Row *row = &rows->rows[rows->count++];
  row->columns = sqlite3_column_count(statement);
  for (int i = 0; i < row->columns; i++) {
    Value *value = &row->values[i];
    int type = sqlite3_column_type(statement, i);
    value->is_number = type == SQLITE_INTEGER;
    value->text = NULL;
    if (type == SQLITE_INTEGER) {
      value->number = sqlite3_column_int64(statement, i);
    } else if (type == SQLITE_TEXT) {
      const void *text = sqlite3_column_text(statement, i);
      value->length = sqlite3_column_bytes(statement, i);
      value->text = copy(rows, text, value->length);
    }
  }
}

static void collect(Rows *rows, sqlite3_stmt *statement) {
  int code;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    add(rows, statement);
  }
  check(sqlite3_db_handle(statement), code, "step");
  sqlite3_reset(statement);
}

static void run(sqlite3_stmt *statement) {
  int code = sqlite3_step(statement);
  check(sqlite3_db_handle(statement), code, "step");
  sqlite3_reset(statement);
}

static void bind_text(sqlite3_stmt *statement, int place, const Value *value) {
  if (value->text == NULL) {
    sqlite3_bind_null(statement, place);
  } else {
    sqlite3_bind_text(statement, place, value->text, value->length, SQLITE_STATIC);
  }
}

static sqlite3_stmt *prepare(sqlite3 *file, const char *sql) {
  sqlite3_stmt *statement;
  check(file, sqlite3_prepare_v3(file, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), sql);
  return statement;
}

static void execute(sqlite3 *file, const char *sql) {
  check(file, sqlite3_exec(file, sql, NULL, NULL, NULL), sql);
}

static int64_t number(sqlite3 *file, const char *sql) {
  sqlite3_stmt *statement = prepare(file, sql);
  check(file, sqlite3_step(statement), sql);
  int64_t found = sqlite3_column_int64(statement, 0);
  sqlite3_finalize(statement);
  return found;
}

static sqlite3 *open_file(const char *name) {
  char path[4096];
  sqlite3 *file;
  snprintf(path, sizeof path, "%s/%s.db", folder, name);
  check(file, sqlite3_open_v2(path, &file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL), path);
  return file;
}

static void read_input(void) {
  sqlite3 *file = open_file("input");
  const char *sql[] = {
    "SELECT id, chat_id, words FROM lookups ORDER BY position",
    "SELECT " COLUMNS " FROM arrivals ORDER BY position",
    "SELECT " COLUMNS " FROM favourable_arrivals ORDER BY position"};
  Rows *rows[] = {&lookups, &arrivals[0], &arrivals[1]};
  for (int i = 0; i < 3; i++) {
    sqlite3_stmt *statement = prepare(file, sql[i]);
    collect(rows[i], statement);
    sqlite3_finalize(statement);
  }
  batch = (int) number(file, "SELECT batch FROM sizes");
  sqlite3_close(file);
}

static Database *open_database(int favourable) {
  Database *database = &databases[favourable];
  if (database->file == NULL) {
    sqlite3 *file = open_file(favourable ? "favourable" : "normal");
    database->file = file;
    execute(file, "PRAGMA journal_mode = WAL");
    execute(file, "PRAGMA synchronous = NORMAL");
    execute(file, "PRAGMA cache_size = -65536");
    execute(file, "PRAGMA foreign_keys = ON");
    database->find = prepare(file, SELECT " WHERE id = ?");
    database->of_chat = prepare(file, SELECT " WHERE chat_id = ? ORDER BY timestamp");
    database->all = prepare(file, SELECT);
    database->page = prepare(file, SELECT " WHERE chat_id = ? ORDER BY timestamp, id LIMIT ? OFFSET ?");
    database->count = prepare(file, "SELECT count(*) FROM messages WHERE chat_id = ?");
    database->first = prepare(file, SELECT " WHERE chat_id = ? ORDER BY timestamp, id LIMIT ?");
    database->next = prepare(
        file, SELECT " WHERE chat_id = ? AND (timestamp, id) > (?, ?) ORDER BY timestamp, id LIMIT ?");
    database->search = prepare(file,
        "SELECT d.id, highlight(documents_fts, 0, '[', ']') AS text"
        " FROM documents_fts JOIN documents d ON d.id = documents_fts.rowid"
        " WHERE documents_fts MATCH ? ORDER BY documents_fts.rank, d.id LIMIT 50");
    database->insert = prepare(file, "INSERT INTO messages (" COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    database->begin = prepare(file, "BEGIN");
    database->commit = prepare(file, "COMMIT");
    database->stays = number(file, "SELECT max(rowid) FROM messages");
  }
  return database;
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t) time.tv_sec * 1000000000 + time.tv_nsec;
}

static uint32_t crc_table[256];

static void make_crc_table(void) {
  for (uint32_t i = 0; i < 256; i++) {
    uint32_t value = i;
    for (int bit = 0; bit < 8; bit++) {
      value = value & 1 ? value >> 1 ^ 0xEDB88320u : value >> 1;
    }
    crc_table[i] = value;
  }
}

static uint32_t crc(uint32_t before, const char *bytes, int length) {
  uint32_t value = ~before;
  for (int i = 0; i < length; i++) {
    value = crc_table[(value ^ (unsigned char) bytes[i]) & 0xFF] ^ value >> 8;
  }
  return ~value;
}

static uint32_t hash(uint32_t before, const Rows *rows) {
  uint32_t value = before;
  for (int i = 0; i < rows->count; i++) {
    const Row *row = &rows->rows[i];
    for (int column = 0; column < row->columns; column++) {
      const Value *cell = &row->values[column];
      char digits[32];
      if (column > 0) {
        value = crc(value, "\x1f", 1);
      }
      if (cell->is_number) {
        value = crc(value, digits, snprintf(digits, sizeof digits, "%lld", (long long) cell->number));
      } else if (cell->text == NULL) {
        value = crc(value, "NULL", 4);
      } else {
        value = crc(value, cell->text, cell->length);
      }
    }
    value = crc(value, "\n", 1);
  }
  return value;
}

static void find(Database *database, const Value *id) {
  bind_text(database->find, 1, id);
  collect(&result, database->find);
}

/* One operation; W6 goes through the pages of a chat. */
static void read_once(Database *database, const char *workload, int position) {
  const Value *lookup = lookups.rows[position % lookups.count].values;
  clear(&result);
  if (strcmp(workload, "W1") == 0) {
    find(database, &lookup[0]);
  } else if (strcmp(workload, "W2") == 0) {
    bind_text(database->of_chat, 1, &lookup[1]);
    collect(&result, database->of_chat);
  } else if (strcmp(workload, "W3") == 0) {
    collect(&result, database->all);
  } else if (strcmp(workload, "W8") == 0) {
    bind_text(database->search, 1, &lookup[2]);
    collect(&result, database->search);
  } else if (strcmp(workload, "W6a") == 0) {
    for (int page = 0; page < PAGES; page++) {
      bind_text(database->page, 1, &lookup[1]);
      sqlite3_bind_int(database->page, 2, PAGE);
      sqlite3_bind_int(database->page, 3, page * PAGE);
      collect(&result, database->page);
      bind_text(database->count, 1, &lookup[1]);
      collect(&result, database->count);
    }
  } else if (strcmp(workload, "W6b") == 0) {
    bind_text(database->first, 1, &lookup[1]);
    sqlite3_bind_int(database->first, 2, PAGE);
    collect(&result, database->first);
    for (int page = 1; page < PAGES; page++) {
      const Value *last = result.rows[result.count - 1].values;
      bind_text(database->next, 1, &lookup[1]);
      bind_text(database->next, 2, &last[6]);
      bind_text(database->next, 3, &last[0]);
      sqlite3_bind_int(database->next, 4, PAGE);
      collect(&result, database->next);
    }
  } else {
    fail("no workload", workload);
  }
}

static void read_slice(const char *workload, int64_t nanos) {
  Database *database = open_database(0);
  int operations = strncmp(workload, "W6", 2) == 0 ? PAGES : 1;
  int at_once = strcmp(workload, "W1") == 0 ? W1_AT_ONCE : 1;
  static int position;
  int64_t done = 0, elapsed, begin = now();
  do {
    for (int i = 0; i < at_once; i++) {
      read_once(database, workload, position++);
    }
    done += (int64_t) at_once * operations;
    elapsed = now() - begin;
  } while (elapsed < nanos);
  position %= lookups.count;
  uint32_t value = 0;
  if (strcmp(workload, "W3") == 0) {
    value = hash(0, &result);
  } else {
    for (int i = 0; i < HASHED_READS; i++) {
      read_once(database, workload, i);
      value = hash(value, &result);
    }
  }
  printf("ok %lld %lld %x\n", (long long) done, (long long) elapsed, value);
}

static void insert(Database *database, const Row *row) {
  for (int i = 0; i < row->columns; i++) {
    const Value *value = &row->values[i];
    if (value->is_number) {
      sqlite3_bind_int64(database->insert, i + 1, value->number);
    } else {
      bind_text(database->insert, i + 1, value);
    }
  }
  run(database->insert);
}

static void insert_many(Database *database, const Row *rows, int count) {
  run(database->begin);
  for (int i = 0; i < count; i++) {
    insert(database, &rows[i]);
  }
  run(database->commit);
}

/* Inserts the next rows, and returns how many. */
static int write_once(Database *database, const char *workload, const Row *rows) {
  if (strncmp(workload, "W4a", 3) == 0) {
    insert(database, rows);
    return 1;
  }
  if (strncmp(workload, "W4b", 3) == 0) {
    int count = batch < TRANSACTION ? batch : TRANSACTION;
    insert_many(database, rows, count);
    return count;
  }
  if (strncmp(workload, "W5a", 3) == 0) {
    insert_many(database, rows, batch);
    return batch;
  }
  if (strncmp(workload, "W5b", 3) != 0) {
    fail("no workload", workload);
  }
  for (int from = 0; from < batch; from += CHUNK) {
    insert_many(database, rows + from, batch - from < CHUNK ? batch - from : CHUNK);
  }
  return batch;
}

static void write_slice(const char *workload, int64_t nanos) {
  int favourable = strstr(workload, "-FAV") != NULL;
  Database *database = open_database(favourable);
  const Rows *rows = &arrivals[favourable];
  int inserted = 0, count;
  int64_t elapsed, begin = now();
  do {
    count = write_once(database, workload, rows->rows + inserted);
    inserted += count;
    elapsed = now() - begin;
  } while ((elapsed < nanos && inserted + count <= rows->count) || inserted < HASHED_ROWS);
  clear(&result);
  for (int i = 0; i < HASHED_ROWS; i++) {
    find(database, &rows->rows[i].values[0]);
  }
  uint32_t value = hash(0, &result);
  if (number(database->file, "SELECT max(rowid) FROM messages") - database->stays != inserted) {
    fail(workload, "other rows than were inserted");
  }
  char sql[128];
  snprintf(sql, sizeof sql, "DELETE FROM messages WHERE rowid > %lld", (long long) database->stays);
  execute(database->file, sql);
  execute(database->file, "PRAGMA wal_checkpoint(TRUNCATE)");
  printf("ok %d %lld %x\n", inserted, (long long) elapsed, value);
}

int main(int count, char **arguments) {
  if (count != 2) {
    fail("usage", "peer FOLDER");
  }
  folder = arguments[1];
  make_crc_table();
  read_input();
  printf("ready C, SQLite %s\n", sqlite3_libversion());
  fflush(stdout);
  char line[256], workload[16];
  long millis;
  while (fgets(line, sizeof line, stdin) != NULL) {
    if (sscanf(line, "run %15s %ld", workload, &millis) != 2) {
      fail("not understood", line);
    }
    if (workload[1] == '4' || workload[1] == '5') {
      write_slice(workload, millis * 1000000);
    } else {
      read_slice(workload, millis * 1000000);
    }
    fflush(stdout);
  }
  return 0;
}
