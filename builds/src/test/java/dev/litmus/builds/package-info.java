/** Builds of other projects: each starts from an empty folder and knows Litmus as its users do, from a repository. */
package dev.litmus.builds;
