/** Databases, transactions and migrations on SQLite, and what generated repositories run on. */
module dev.litmus.runtime {
  requires transitive java.sql;
  requires jdk.jfr;
  requires org.xerial.sqlitejdbc;
  requires static org.jspecify;

  exports dev.litmus.runtime;
  exports dev.litmus.runtime.backup;
  exports dev.litmus.runtime.error;
  exports dev.litmus.runtime.fault;
  exports dev.litmus.runtime.function;
  exports dev.litmus.runtime.health;
  exports dev.litmus.runtime.migration;
  exports dev.litmus.runtime.search;

  uses dev.litmus.runtime.RepositoryFactory;
  uses dev.litmus.runtime.function.SqlFunctions;
}
