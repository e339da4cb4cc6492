package dev.litmus.benchmarks.compare;

import java.util.List;

/**
 * How a contender is started, without the folder of its files.
 *
 * @param name of the contender
 * @param command the process, to which the folder is added
 */
record Peer(String name, List<String> command) {}
