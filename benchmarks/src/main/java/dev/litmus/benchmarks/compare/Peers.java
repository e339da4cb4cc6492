package dev.litmus.benchmarks.compare;

import dev.litmus.benchmarks.compare.contender.JavaContender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The contenders by their names, and the processes that they are. */
final class Peers {

  /** What all are compared with. */
  static final String REFERENCE = JavaContender.JDBC_CACHED.label();

  static final String LITMUS = JavaContender.LITMUS.label();

  private static final String BUN = "bun";
  private static final String C = "c";

  private final Path module;
  private final Consumer<String> messages;

  /**
   * Prepares to start contenders.
   *
   * @param module the folder of the module, which has the sources of bun's and C's, and where they are built
   * @param messages is told which are left out
   */
  Peers(Path module, Consumer<String> messages) {
    this.module = module;
    this.messages = messages;
  }

  /** Returns all names. */
  static List<String> all() {
    return Stream.concat(
            JavaContender.ofOneThread().stream().map(JavaContender::label), Stream.of(BUN, C))
        .toList();
  }

  /** Returns the names of what is quickly compared. */
  static List<String> few() {
    return List.of(LITMUS, REFERENCE, JavaContender.JDBC_TUNED.label());
  }

  /**
   * Makes what can be started of some contenders; the reference is always among them.
   *
   * @throws IllegalArgumentException when a name is none
   */
  List<Peer> of(List<String> names) throws IOException, InterruptedException {
    Set<String> wanted = new LinkedHashSet<>(names);
    wanted.add(REFERENCE);
    List<Peer> peers = new ArrayList<>();
    NativePeers built = new NativePeers(module);
    for (String name : wanted) {
      Optional<List<String>> command = switch (name) {
        case BUN -> built.bun(reason -> left(BUN, reason));
        case C -> built.c(reason -> left(C, reason));
        default -> Optional.of(java(JavaContender.of(name)));
      };
      command.map(found -> new Peer(name, found)).ifPresent(peers::add);
    }
    return peers;
  }

  /** Returns the contenders of W7 among some. */
  static List<Peer> ofTwoThreads(List<Peer> peers) {
    Stream<Peer> litmus = peers.stream().filter(peer -> peer.name().equals(LITMUS));
    Stream<Peer> shared = Arrays.stream(JavaContender.values())
        .filter(JavaContender::isShared)
        .map(contender -> new Peer(contender.label(), java(contender)));
    return Stream.concat(litmus, shared).toList();
  }

  private void left(String name, String reason) {
    messages.accept(name + " is left out: " + reason);
  }

  /** The same Java, the same class path, and as much memory as none needs. */
  private static List<String> java(JavaContender contender) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xms1g",
        "-Xmx1g",
        "--enable-native-access=ALL-UNNAMED",
        "-Dorg.jooq.no-logo=true",
        "-Dorg.jooq.no-tips=true",
        "-cp",
        System.getProperty("java.class.path"),
        Child.class.getName(),
        contender.label());
  }
}
