package dev.litmus.processor.schema;

/**
 * Where a table or index begins. Every database counts its own pages, so that the number of the page alone says nothing
 * as soon as there are two.
 *
 * @param database SQLite's number of the database: 0 is main, 1 is temp, attached ones follow
 * @param page the page's number, from 1
 */
record RootPage(int database, long page) {}
