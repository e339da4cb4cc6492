/** A small application to be tested: accounts, and a record of what was done with them. */
package dev.litmus.testing.bank;
