package dev.litmus.examples;

import dev.litmus.examples.bytes.Bytes;
import dev.litmus.examples.code.EntryKind;
import dev.litmus.examples.code.FileState;
import dev.litmus.examples.code.Snapshot;
import dev.litmus.examples.code.Tokens;
import dev.litmus.examples.code.TranscriptEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** A coding session as an assistant would have it: somebody asks, a file changes, the assistant says so. */
final class PlayedSession {

  private static final List<String> EDITED =
      List.of("Greeter.java", "GreeterTest.java", "NOTES.md");
  private static final Tokens ASKED = new Tokens(200, 40);

  private final Instant now;
  private final List<TranscriptEntry> entries = new ArrayList<>();
  private final List<Snapshot> snapshots = new ArrayList<>();
  private final SortedMap<String, String> files = new TreeMap<>();

  private PlayedSession(Instant now) {
    this.now = now;
    files.put("Greeter.java", "version 1");
    files.put("GreeterTest.java", "version 1");
  }

  /** Plays a session of some turns, four entries each. Its third file is not there before the third turn. */
  static PlayedSession of(int turns, Instant now) {
    PlayedSession session = new PlayedSession(now);
    for (int turn = 0; turn < turns; turn++) {
      session.play(EDITED.get(turn % EDITED.size()));
    }
    return session;
  }

  private void play(String file) {
    say(EntryKind.PROMPT, "Improve " + file, Tokens.NONE);
    say(EntryKind.TOOL_USE, "edit " + file, ASKED);
    Optional<String> before = Optional.ofNullable(files.get(file));
    snapshots.add(
        new Snapshot(UUID.randomUUID(), entries.size(), file, before.map(Bytes::ofText), now));
    files.put(file, "version " + (before.map(PlayedSession::version).orElse(0) + 1));
    say(EntryKind.TOOL_RESULT, file + " is now " + files.get(file), Tokens.NONE);
    say(EntryKind.ANSWER, "Done: " + file + " is better.", ASKED);
  }

  private void say(EntryKind kind, String content, Tokens tokens) {
    entries.add(
        new TranscriptEntry(UUID.randomUUID(), entries.size() + 1, kind, content, tokens, now));
  }

  private static int version(String content) {
    return Integer.parseInt(content.substring("version ".length()));
  }

  List<TranscriptEntry> entries() {
    return List.copyOf(entries);
  }

  List<Snapshot> snapshots() {
    return List.copyOf(snapshots);
  }

  /** Makes files what they were. */
  void restore(List<FileState> states) {
    for (FileState state : states) {
      state
          .content()
          .ifPresentOrElse(
              content -> files.put(state.path(), content.text()), () -> files.remove(state.path()));
    }
  }

  /** Returns the files and which version each is, for people to read. */
  String files() {
    List<String> all = new ArrayList<>();
    files.forEach((path, content) -> all.add(path + " v" + version(content)));
    return String.join(", ", all);
  }
}
