package dev.litmus.runtime.soak;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a table of notes has to have, and what a search in it has to find: by looking at each note. */
final class NotesModel {

  /** Some are beginnings of others, and some are words of FTS5's own language. */
  private static final List<String> WORDS = List.of(
      "a", "ab", "abc", "abcd", "not", "near", "and", "or", "select", "мир", "слово", "слова", "数据",
      "x1", "x12", "42", "zero", "zeros", "null", "row");

  private final TreeMap<Long, String> notes;

  NotesModel() {
    this(Map.of());
  }

  private NotesModel(Map<Long, String> notes) {
    this.notes = new TreeMap<>(notes);
  }

  NotesModel copy() {
    return new NotesModel(notes);
  }

  Map<Long, String> notes() {
    return notes;
  }

  void put(long id, String text) {
    notes.put(id, text);
  }

  void remove(long id) {
    notes.remove(id);
  }

  /** One of those that are there, or a number that is not. */
  long any(Random random) {
    List<Long> ids = List.copyOf(notes.keySet());
    return ids.isEmpty() || random.nextInt(10) == 0
        ? 1_000_000 + random.nextInt(1_000)
        : ids.get(random.nextInt(ids.size()));
  }

  static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(30); i > 0; i--) {
      String word = word(random);
      text.append(random.nextInt(3) == 0 ? word.toUpperCase(Locale.ROOT) : word)
          .append(i > 1 ? " " : "");
    }
    return text.toString();
  }

  /** The notes that have all these words. */
  List<Long> withWords(List<String> words) {
    return where(text -> words(text).containsAll(words));
  }

  /** The notes in which the words stand behind each other. */
  List<Long> withPhrase(List<String> phrase) {
    return where(text -> Collections.indexOfSubList(words(text), phrase) >= 0);
  }

  /** The notes that have a word with this beginning. */
  List<Long> withBeginning(String beginning) {
    return where(text -> words(text).stream().anyMatch(word -> word.startsWith(beginning)));
  }

  private List<Long> where(Predicate<String> test) {
    return notes.entrySet().stream()
        .filter(note -> test.test(note.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> words(String text) {
    return List.of(text.toLowerCase(Locale.ROOT).split(" "));
  }
}
