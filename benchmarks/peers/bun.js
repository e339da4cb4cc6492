// The contender bun: bun:sqlite on one connection, with the statements that it caches. It speaks as Child.java does:
// "ready VERSION", and for each line "run WORKLOAD MILLISECONDS" an answer "ok OPERATIONS NANOSECONDS HASH".
import { Database } from "bun:sqlite";
import { join } from "node:path";
import { crc32 } from "node:zlib";

const COLUMNS = "id, chat_id, role, content, model, token_count, timestamp, is_liked";
const PAGE = 20;
const PAGES = 5;
const CHUNK = 100;
const TRANSACTION = 1000;
const HASHED_READS = 16;
const HASHED_ROWS = 100;

const folder = process.argv[2];

function readInput() {
  const file = new Database(join(folder, "input.db"), { readonly: true });
  const arrivals = (table) => file.query(`SELECT ${COLUMNS} FROM ${table} ORDER BY position`).all();
  const input = {
    lookups: file.query("SELECT id, chat_id, words FROM lookups ORDER BY position").all(),
    arrivals: arrivals("arrivals"),
    favourable: arrivals("favourable_arrivals"),
    batch: file.query("SELECT batch FROM sizes").get().batch,
  };
  file.close();
  return input;
}

const input = readInput();
const opened = new Map();
const positions = new Map();

function open(name) {
  let database = opened.get(name);
  if (!database) {
    const file = new Database(join(folder, name + ".db"));
    file.run("PRAGMA journal_mode = WAL");
    file.run("PRAGMA synchronous = NORMAL");
    file.run("PRAGMA cache_size = -65536");
    file.run("PRAGMA foreign_keys = ON");
    database = statements(file);
    opened.set(name, database);
  }
  return database;
}

function statements(file) {
  const select = `SELECT ${COLUMNS} FROM messages`;
  const insert = file.query(`INSERT INTO messages (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertOne = (row) =>
    insert.run(row.id, row.chat_id, row.role, row.content, row.model, row.token_count, row.timestamp, row.is_liked);
  return {
    find: file.query(`${select} WHERE id = ?`),
    ofChat: file.query(`${select} WHERE chat_id = ? ORDER BY timestamp`),
    all: file.query(select),
    page: file.query(`${select} WHERE chat_id = ? ORDER BY timestamp, id LIMIT ? OFFSET ?`),
    count: file.query("SELECT count(*) AS total FROM messages WHERE chat_id = ?"),
    first: file.query(`${select} WHERE chat_id = ? ORDER BY timestamp, id LIMIT ?`),
    next: file.query(`${select} WHERE chat_id = ? AND (timestamp, id) > (?, ?) ORDER BY timestamp, id LIMIT ?`),
    search: file.query(`
      SELECT d.id, highlight(documents_fts, 0, '[', ']') AS text
      FROM documents_fts JOIN documents d ON d.id = documents_fts.rowid
      WHERE documents_fts MATCH ? ORDER BY documents_fts.rank, d.id LIMIT 50`),
    insertOne,
    insertMany: file.transaction((rows, from, to) => {
      for (let i = from; i < to; i++) {
        insertOne(rows[i]);
      }
    }),
    lastRow: () => file.query("SELECT max(rowid) AS last FROM messages").get().last,
    stays: file.query("SELECT max(rowid) AS last FROM messages").get().last,
    deleteAfter: (row) => {
      file.run("DELETE FROM messages WHERE rowid > ?", [row]);
      file.query("PRAGMA wal_checkpoint(TRUNCATE)").get();
    },
  };
}

const reads = {
  W1: (database, lookup) => [database.find.get(lookup.id)],
  W2: (database, lookup) => database.ofChat.all(lookup.chat_id),
  W3: (database) => database.all.all(),
  W6a: (database, lookup) => {
    const rows = [];
    for (let page = 0; page < PAGES; page++) {
      rows.push(...database.page.all(lookup.chat_id, PAGE, page * PAGE));
      rows.push(database.count.get(lookup.chat_id));
    }
    return rows;
  },
  W6b: (database, lookup) => {
    const rows = database.first.all(lookup.chat_id, PAGE);
    for (let page = 1; page < PAGES; page++) {
      const last = rows[rows.length - 1];
      rows.push(...database.next.all(lookup.chat_id, last.timestamp, last.id, PAGE));
    }
    return rows;
  },
  W8: (database, lookup) => database.search.all(lookup.words),
};

const writes = {
  W4a: (database, rows, from) => {
    database.insertOne(rows[from]);
    return 1;
  },
  W4b: (database, rows, from) => {
    const count = Math.min(TRANSACTION, input.batch);
    database.insertMany(rows, from, from + count);
    return count;
  },
  W5a: (database, rows, from) => {
    database.insertMany(rows, from, from + input.batch);
    return input.batch;
  },
  W5b: (database, rows, from) => {
    for (let chunk = from; chunk < from + input.batch; chunk += CHUNK) {
      database.insertMany(rows, chunk, Math.min(chunk + CHUNK, from + input.batch));
    }
    return input.batch;
  },
};

function hash(rows, before = 0) {
  let text = "";
  for (const row of rows) {
    text += Object.values(row).map((value) => value ?? "NULL").join("\u001f") + "\n";
  }
  return crc32(text, before);
}

function read(workload, nanos) {
  const database = open("normal");
  const run = reads[workload];
  const operations = workload.startsWith("W6") ? PAGES : 1;
  const atOnce = workload === "W1" ? 16 : 1;
  let position = positions.get(workload) ?? 0;
  let done = 0;
  let last;
  let elapsed;
  const begin = Bun.nanoseconds();
  do {
    for (let i = 0; i < atOnce; i++) {
      last = run(database, input.lookups[position++ % input.lookups.length]);
    }
    done += atOnce * operations;
    elapsed = Bun.nanoseconds() - begin;
  } while (elapsed < nanos);
  positions.set(workload, position);
  let crc = 0;
  if (workload === "W3") {
    crc = hash(last);
  } else {
    for (let i = 0; i < HASHED_READS; i++) {
      crc = hash(run(database, input.lookups[i % input.lookups.length]), crc);
    }
  }
  return [done, elapsed, crc];
}

function write(workload, nanos) {
  const isFavourable = workload.endsWith("-FAV");
  const database = open(isFavourable ? "favourable" : "normal");
  const rows = isFavourable ? input.favourable : input.arrivals;
  const run = writes[workload.replace("-FAV", "")];
  let inserted = 0;
  let count = 0;
  let elapsed;
  const begin = Bun.nanoseconds();
  do {
    count = run(database, rows, inserted);
    inserted += count;
    elapsed = Bun.nanoseconds() - begin;
  } while ((elapsed < nanos && inserted + count <= rows.length) || inserted < HASHED_ROWS);
  const crc = hash(rows.slice(0, HASHED_ROWS).map((row) => database.find.get(row.id)));
  const found = database.lastRow() - database.stays;
  if (found !== inserted) {
    throw new Error(`${workload}: ${inserted} rows were inserted, and there are ${found}`);
  }
  database.deleteAfter(database.stays);
  return [inserted, elapsed, crc];
}

const sqlite = new Database(":memory:").query("SELECT sqlite_version() AS version").get().version;
console.log(`ready Bun ${Bun.version}, SQLite ${sqlite}`);
for await (const line of console) {
  const [, workload, millis] = line.split(" ");
  const [done, elapsed, crc] = (workload in reads ? read : write)(workload, millis * 1e6);
  console.log(`ok ${done} ${Math.round(elapsed)} ${crc.toString(16)}`);
}
