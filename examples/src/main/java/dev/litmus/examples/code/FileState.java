package dev.litmus.examples.code;

import dev.litmus.examples.bytes.Bytes;
import java.util.Optional;

/**
 * What a file was at some time.
 *
 * @param path relative to the session's folder, with slashes
 * @param content nothing when there was no such file
 */
public record FileState(String path, Optional<Bytes> content) {}
