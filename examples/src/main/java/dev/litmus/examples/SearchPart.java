package dev.litmus.examples;

import dev.litmus.examples.chat.MessageSearch;
import dev.litmus.examples.chat.SearchHit;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.search.HighlightedText;
import dev.litmus.runtime.search.SearchQuery;
import java.util.List;
import java.util.function.UnaryOperator;

/** Searches: whatever is typed is looked for, and none of it is taken for syntax. */
final class SearchPart {

  private static final List<String> TYPED =
      List.of("wrong sql", "transaction rolled back", "it's 100% C++, content:x OR \"");
  private static final String BEGUN = "savepo";
  private static final int HITS_SHOWN = 3;
  private static final int WIDTH = 72;

  private final Terminal terminal;
  private final MessageSearch search;

  SearchPart(Databases databases, Terminal terminal) {
    this.terminal = terminal;
    this.search = databases.repository(MessageSearch.class);
  }

  void run() {
    TYPED.forEach(typed -> show("Search: " + typed, SearchQuery.words(typed)));
    show("Search while typing: " + BEGUN, SearchQuery.startingWith(BEGUN));
  }

  private void show(String title, SearchQuery query) {
    terminal.title(title);
    Stopwatch watch = new Stopwatch();
    List<SearchHit> hits = search.find(query, HITS_SHOWN);
    String time = watch.toString();
    int all = search.count(query);
    if (all == 0) {
      terminal.line("nothing, in %s", time);
      return;
    }
    terminal.line("messages found: %,d; the best %,d in %s", all, hits.size(), time);
    for (SearchHit hit : hits) {
      terminal.line("");
      terminal.line("%s", hit.messageId());
      HighlightedText part = hit.text().oneLine().excerpt(WIDTH);
      terminal.line("  %s", part.render(UnaryOperator.identity(), terminal::hit));
    }
  }
}
