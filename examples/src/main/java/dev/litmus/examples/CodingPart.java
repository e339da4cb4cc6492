package dev.litmus.examples;

import dev.litmus.examples.chat.Chat;
import dev.litmus.examples.code.EntryKind;
import dev.litmus.examples.code.FileState;
import dev.litmus.examples.code.Session;
import dev.litmus.examples.code.SessionRepository;
import dev.litmus.examples.code.SessionStatus;
import dev.litmus.examples.code.Tokens;
import dev.litmus.examples.code.TranscriptEntry;
import dev.litmus.examples.code.TranscriptRepository;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.PageRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A coding session: writes its transcript, scrolls through it, and goes back to an earlier state of its files. */
final class CodingPart {

  private static final Path FOLDER = Path.of("/home/ann/greeter");
  private static final int TURNS = 12;
  private static final int PAGE = 10;
  private static final int BACK_TO = 9;

  private final Terminal terminal;
  private final Clock clock;
  private final SessionRepository sessions;
  private final TranscriptRepository transcripts;

  CodingPart(Databases databases, Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.sessions = databases.repository(SessionRepository.class);
    this.transcripts = databases.repository(TranscriptRepository.class);
  }

  void run(Chat chat) {
    terminal.title("A coding session: its transcript, and its files before each change");
    UUID id = begin(chat);
    PlayedSession played = PlayedSession.of(TURNS, clock.instant());
    write(id, played);
    scroll(id);
    goBack(id, played);
    sessions.finish(id, SessionStatus.COMPLETED, clock.instant());
    terminal.line(
        "ended      %d of all sessions still active", sessions.active().size());
  }

  private UUID begin(Chat chat) {
    Session session = new Session(
        UUID.randomUUID(),
        "Greet politely",
        FOLDER,
        "large",
        SessionStatus.ACTIVE,
        Optional.of(chat.id()),
        clock.instant(),
        clock.instant());
    sessions.insert(session);
    long all = sessions.inFolder(FOLDER, PageRequest.first(1)).total();
    terminal.line("session    \"%s\", number %,d in %s", session.title(), all, FOLDER);
    return session.id();
  }

  private void write(UUID id, PlayedSession played) {
    Stopwatch watch = new Stopwatch();
    transcripts.append(id, played.entries(), played.snapshots(), clock.instant());
    terminal.line(
        "written    %d entries, %d snapshots in %s",
        transcripts.last(id), transcripts.countSnapshots(id), watch);
    terminal.line("of these   %s", Terminal.counts(transcripts.counts(id), EntryKind::code));
    Tokens tokens = transcripts.spent(id);
    terminal.line("tokens     %,d read, %,d written", tokens.inputTokens(), tokens.outputTokens());
  }

  private void scroll(UUID id) {
    List<String> forwards = new ArrayList<>();
    KeysetPage<TranscriptEntry> page = transcripts.scroll(id, KeysetRequest.first(PAGE));
    forwards.add(range(page));
    while (page.hasMore()) {
      page = transcripts.scroll(id, page.next());
      forwards.add(range(page));
    }
    terminal.line("forwards   %s", String.join(", ", forwards));
    KeysetPage<TranscriptEntry> last = transcripts.scroll(id, KeysetRequest.last(PAGE));
    terminal.line("backwards  %s, %s", range(last), range(transcripts.scroll(id, last.previous())));
  }

  private static String range(KeysetPage<TranscriptEntry> page) {
    List<TranscriptEntry> items = page.items();
    return items.get(0).sequence() + " to " + items.get(items.size() - 1).sequence();
  }

  private void goBack(UUID id, PlayedSession played) {
    terminal.line("files      %s", played.files());
    List<FileState> states = transcripts.rewind(id, BACK_TO, clock.instant());
    played.restore(states);
    terminal.line(
        "back       to before entry %d: %d entries and %d snapshots are left",
        BACK_TO, transcripts.last(id), transcripts.countSnapshots(id));
    terminal.line("files      %s", played.files());
  }
}
