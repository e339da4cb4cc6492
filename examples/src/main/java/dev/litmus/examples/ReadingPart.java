package dev.litmus.examples;

import dev.litmus.examples.chat.Chat;
import dev.litmus.examples.chat.ChatRepository;
import dev.litmus.examples.chat.ChatSummary;
import dev.litmus.examples.chat.Message;
import dev.litmus.examples.chat.MessageRepository;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads chats: lists, pages by number, and pages by place while messages arrive. */
final class ReadingPart {

  private static final int CHATS_SHOWN = 5;
  private static final int PAGE = 4;
  private static final int WIDTH = 66;

  private static final String LIVE = "tour:live";
  private static final int LIVE_MESSAGES = 9;
  private static final Instant BEGIN = Instant.parse("2026-01-02T09:00:00.000Z");

  private final Terminal terminal;
  private final ChatRepository chats;
  private final MessageRepository messages;

  ReadingPart(Databases databases, Terminal terminal) {
    this.terminal = terminal;
    this.chats = databases.repository(ChatRepository.class);
    this.messages = databases.repository(MessageRepository.class);
  }

  void run(Chat chat) {
    listLongest();
    turnPages(chat);
    scroll();
  }

  private void listLongest() {
    terminal.title("The longest chats");
    terminal.line("%8s  %10s  %s", "messages", "characters", "title");
    for (ChatSummary chat : chats.longest(CHATS_SHOWN)) {
      terminal.line("%,8d  %,10d  %s", chat.messages(), chat.characters(), chat.title());
    }
  }

  /** Pages by number, with the number of all messages: one snapshot for both. */
  private void turnPages(Chat chat) {
    terminal.title("One chat, page by page: " + chat.title());
    PageRequest first = PageRequest.first(PAGE);
    Page<Message> page = messages.page(chat.id(), first);
    print(page);
    if (page.hasMore()) {
      print(messages.page(chat.id(), first.next()));
      print(messages.page(chat.id(), first.next().previous()));
    }
  }

  private void print(Page<Message> page) {
    terminal.line(
        "%,d to %,d of %,d", page.offset() + 1, page.offset() + page.items().size(), page.total());
    for (Message message : page.items()) {
      terminal.line("  %-9s  %s", message.role(), firstLine(message.content()));
    }
  }

  /** Pages by place: what arrives behind the place is seen, and nothing is seen twice or left out. */
  private void scroll() {
    terminal.title("Scroll through a chat while messages arrive");
    Instant now = BEGIN;
    chats.delete(LIVE);
    chats.insert(new Chat(LIVE, "live", now, now));
    messages.insertAll(
        IntStream.rangeClosed(1, LIVE_MESSAGES).mapToObj(ReadingPart::live).toList());
    List<String> seen = new ArrayList<>();
    KeysetPage<Message> page = messages.scroll(LIVE, KeysetRequest.first(PAGE));
    for (int arriving = LIVE_MESSAGES + 1; !page.items().isEmpty(); arriving++) {
      seen.addAll(numbers(page));
      terminal.line("forwards   %s", String.join(" ", numbers(page)));
      if (arriving <= LIVE_MESSAGES + 2) {
        messages.insert(live(-arriving));
        messages.insert(live(arriving));
        terminal.line("           one arrives in front of all, number %d behind", arriving);
      }
      page = messages.scroll(LIVE, page.next());
    }
    terminal.line(
        "           %,d messages, each once: %s",
        seen.size(), Terminal.yes(seen.stream().distinct().count() == seen.size()));
    page = messages.scroll(LIVE, KeysetRequest.last(PAGE));
    terminal.line("backwards  %s", String.join(" ", numbers(page)));
    page = messages.scroll(LIVE, page.previous());
    terminal.line("           %s", String.join(" ", numbers(page)));
    chats.delete(LIVE);
  }

  /** A message of the live chat; one with a negative number is older than all others. */
  private static Message live(int number) {
    return new Message(LIVE + number, LIVE, "user", "Message " + number, BEGIN.plusSeconds(number));
  }

  private static List<String> numbers(KeysetPage<Message> page) {
    return page.items().stream()
        .map(message -> message.id().substring(LIVE.length()))
        .collect(Collectors.toList());
  }

  private static String firstLine(String text) {
    String line = text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "...";
  }
}
