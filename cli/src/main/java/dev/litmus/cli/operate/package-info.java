/** What is printed of databases that are operated on: their status, and what is or was done to them. */
@NullMarked
package dev.litmus.cli.operate;

import org.jspecify.annotations.NullMarked;
