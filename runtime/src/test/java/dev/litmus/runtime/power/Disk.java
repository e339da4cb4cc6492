package dev.litmus.runtime.power;

import dev.litmus.runtime.power.DiskEvent.DirectorySynced;
import dev.litmus.runtime.power.DiskEvent.Named;
import dev.litmus.runtime.power.DiskEvent.Resized;
import dev.litmus.runtime.power.DiskEvent.Synced;
import dev.litmus.runtime.power.DiskEvent.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk while a recording is played, and what a power cut may leave of it. Certain is only what was synced: of what was
 * written to a file since, each sector may be there or not, in any order; its length is one that it had since; and each
 * name means one of the things that it meant since its directory was synced.
 *
 * <p>Harsher than a file system that keeps an order, and as harsh as
 * <a href="https://sqlite.org/atomiccommit.html#_hardware_assumptions">SQLite's assumptions</a> allow: a write changes no
 * byte beside it.
 */
public final class Disk {

  private static final int SECTOR = 512;

  private final Map<Integer, Content> files = new HashMap<>();

  /** What each name meant since its directory was synced, the last being what it means. */
  private final Map<String, List<Integer>> names = new TreeMap<>();

  /** Lets one thing happen. */
  public void apply(DiskEvent event) {
    if (event instanceof Named named) {
      names
          .computeIfAbsent(named.path(), path -> new ArrayList<>(List.of(DiskEvent.NOTHING)))
          .add(named.file());
    } else if (event instanceof Written written) {
      content(written.file()).pending.add(written);
    } else if (event instanceof Resized resized) {
      content(resized.file()).pending.add(resized);
    } else if (event instanceof Synced synced) {
      content(synced.file()).sync();
    } else if (event instanceof DirectorySynced synced) {
      names.forEach((path, meanings) -> {
        if (directory(path).equals(synced.path())) {
          meanings.subList(0, meanings.size() - 1).clear();
        }
      });
    }
  }

  private Content content(int file) {
    return files.computeIfAbsent(file, number -> new Content());
  }

  private static String directory(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  /** Returns what is there when the power is back: files by their paths. */
  public Map<String, byte[]> cut(Random random) {
    Fate fate = Fate.of(random);
    Map<String, Integer> found = new TreeMap<>();
    names.forEach((path, meanings) -> {
      boolean reachable = directory(path).isEmpty()
          || found.getOrDefault(directory(path), DiskEvent.NOTHING) == DiskEvent.DIRECTORY;
      int meaning = meanings.get(fate.oneOf(meanings.size(), random));
      found.put(path, reachable ? meaning : DiskEvent.NOTHING);
    });
    Map<String, byte[]> left = new TreeMap<>();
    found.forEach((path, file) -> {
      if (file > 0) {
        left.put(path, content(file).cut(fate, random));
      }
    });
    return left;
  }

  /** How much of what was not synced is lost. */
  private enum Fate {
    NOTHING_IS_LOST(1),
    ALL_IS_LOST(0),
    /** What came first is there, then a torn write, and nothing after it. */
    IN_ORDER(0.5),
    FEW_ARE_LOST(0.98),
    SOME_ARE_LOST(0.85),
    HALF_IS_LOST(0.5);

    private final double kept;

    Fate(double kept) {
      this.kept = kept;
    }

    static Fate of(Random random) {
      return values()[random.nextInt(values().length)];
    }

    /** One of several states that followed each other. */
    int oneOf(int states, Random random) {
      return switch (this) {
        case NOTHING_IS_LOST -> states - 1;
        case ALL_IS_LOST -> 0;
        default -> random.nextInt(states);
      };
    }
  }

  /** A file: what is certain, and what was done since. */
  private static final class Content {
    private byte[] certain = new byte[0];
    private final List<DiskEvent> pending = new ArrayList<>();

    void sync() {
      for (DiskEvent event : pending) {
        if (event instanceof Written written) {
          int end = written.offset() + written.bytes().length;
          certain = end > certain.length ? Arrays.copyOf(certain, end) : certain;
          System.arraycopy(written.bytes(), 0, certain, written.offset(), written.bytes().length);
        } else if (event instanceof Resized resized) {
          certain = Arrays.copyOf(certain, resized.size());
        }
      }
      pending.clear();
    }

    byte[] cut(Fate fate, Random random) {
      if (pending.isEmpty() || fate == Fate.ALL_IS_LOST) {
        return certain.clone();
      }
      List<Integer> sizes = sizes();
      byte[] left = Arrays.copyOf(certain, Collections.max(sizes));
      if (random.nextBoolean()) {
        // A file may have become longer before its bytes arrived: what was there before is seen.
        byte[] old = new byte[left.length - certain.length];
        random.nextBytes(old);
        System.arraycopy(old, 0, left, certain.length, old.length);
      }
      for (Written piece : pieces(fate, random)) {
        System.arraycopy(piece.bytes(), 0, left, piece.offset(), piece.bytes().length);
      }
      return Arrays.copyOf(left, sizes.get(fate.oneOf(sizes.size(), random)));
    }

    /** The lengths that the file had since it was synced. */
    private List<Integer> sizes() {
      List<Integer> sizes = new ArrayList<>(List.of(certain.length));
      int size = certain.length;
      for (DiskEvent event : pending) {
        if (event instanceof Written written) {
          size = Math.max(size, written.offset() + written.bytes().length);
        } else if (event instanceof Resized resized) {
          size = resized.size();
        }
        sizes.add(size);
      }
      return sizes;
    }

    private List<Written> pieces(Fate fate, Random random) {
      int whole = fate == Fate.IN_ORDER ? random.nextInt(pending.size()) : -1;
      List<Written> kept = new ArrayList<>();
      for (int i = 0; i < pending.size(); i++) {
        double probability = i < whole ? 1 : whole >= 0 && i > whole ? 0 : fate.kept;
        if (pending.get(i) instanceof Written written) {
          for (Written piece : sectors(written)) {
            if (random.nextDouble() < probability) {
              kept.add(piece);
            }
          }
        }
      }
      if (fate.kept < 1 && fate != Fate.IN_ORDER) {
        Collections.shuffle(kept, random);
      }
      return kept;
    }

    private static List<Written> sectors(Written written) {
      List<Written> pieces = new ArrayList<>();
      int length = written.bytes().length;
      for (int from = 0; from < length; ) {
        int offset = written.offset() + from;
        int to = Math.min(length, from + SECTOR - offset % SECTOR);
        pieces.add(
            new Written(written.file(), offset, Arrays.copyOfRange(written.bytes(), from, to)));
        from = to;
      }
      return pieces;
    }
  }
}
