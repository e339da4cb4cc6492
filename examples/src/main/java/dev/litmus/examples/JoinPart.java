package dev.litmus.examples;

import dev.litmus.examples.chat.ChatRepository;
import dev.litmus.examples.code.Session;
import dev.litmus.examples.code.SessionRepository;
import dev.litmus.examples.code.SessionStatus;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.KeysetRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A join of two databases, which no SQL can do here: a query each, and a map between them. */
final class JoinPart {

  private static final int SESSIONS_SHOWN = 4;

  /** The chat that the tour scrolled through, and has deleted. */
  private static final String GONE = "tour:live";

  private final Terminal terminal;
  private final Clock clock;
  private final SessionRepository sessions;
  private final ChatRepository chats;

  JoinPart(Databases databases, Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.sessions = databases.repository(SessionRepository.class);
    this.chats = databases.repository(ChatRepository.class);
  }

  void run() {
    terminal.title("Coding sessions and the chats they began from: two databases, joined");
    sessions.insert(new Session(
        UUID.randomUUID(),
        "Scroll faster",
        Path.of("/home/ann/scroller"),
        "small",
        SessionStatus.COMPLETED,
        Optional.of(GONE),
        clock.instant(),
        clock.instant()));
    List<Session> newest = sessions.newest(KeysetRequest.first(SESSIONS_SHOWN)).items();
    Map<String, String> titles = chats.titles(
        newest.stream().flatMap(session -> session.chatId().stream()).collect(Collectors.toSet()));
    for (Session session : newest) {
      String chat = session
          .chatId()
          .map(id -> titles.getOrDefault(id, "a chat that is gone"))
          .orElse("no chat");
      terminal.line("%-16s from %s", session.title(), chat);
    }
  }
}
