package dev.litmus.runtime.power;

import dev.litmus.runtime.power.DiskEvent.Acknowledged;
import dev.litmus.runtime.power.DiskEvent.DirectorySynced;
import dev.litmus.runtime.power.DiskEvent.Named;
import dev.litmus.runtime.power.DiskEvent.Resized;
import dev.litmus.runtime.power.DiskEvent.Synced;
import dev.litmus.runtime.power.DiskEvent.Written;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The events of one run, and the file that keeps them: a letter for the kind of each, its fields, all in gzip. */
public record Recording(List<DiskEvent> events) {

  public Recording {
    events = List.copyOf(events);
  }

  /** Writes it. */
  public void write(OutputStream to) throws IOException {
    Differences differences = new Differences();
    try (DataOutputStream out = new DataOutputStream(new BestGzip(to))) {
      for (DiskEvent event : events) {
        if (event instanceof Named named) {
          out.writeByte('n');
          out.writeUTF(named.path());
          out.writeInt(named.file());
        } else if (event instanceof Written written) {
          out.writeByte('w');
          out.writeInt(written.file());
          out.writeInt(written.offset());
          out.writeInt(written.bytes().length);
          differences.write(written.bytes(), out);
        } else if (event instanceof Resized resized) {
          out.writeByte('r');
          out.writeInt(resized.file());
          out.writeInt(resized.size());
        } else if (event instanceof Synced synced) {
          out.writeByte('s');
          out.writeInt(synced.file());
        } else if (event instanceof DirectorySynced synced) {
          out.writeByte('d');
          out.writeUTF(synced.path());
        } else if (event instanceof Acknowledged acknowledged) {
          out.writeByte('a');
          out.writeInt(acknowledged.number());
        }
      }
    }
  }

  /** Reads one. */
  public static Recording read(InputStream from) throws IOException {
    List<DiskEvent> events = new ArrayList<>();
    Differences differences = new Differences();
    try (DataInputStream in = new DataInputStream(new GZIPInputStream(from))) {
      while (true) {
        int kind = in.read();
        if (kind < 0) {
          return new Recording(events);
        }
        events.add(event((char) kind, in, differences));
      }
    }
  }

  private static DiskEvent event(char kind, DataInputStream in, Differences differences)
      throws IOException {
    return switch (kind) {
      case 'n' -> new Named(in.readUTF(), in.readInt());
      case 'w' -> {
        int file = in.readInt();
        int offset = in.readInt();
        yield new Written(file, offset, differences.read(in.readInt(), in));
      }
      case 'r' -> new Resized(in.readInt(), in.readInt());
      case 's' -> new Synced(in.readInt());
      case 'd' -> new DirectorySynced(in.readUTF());
      case 'a' -> new Acknowledged(in.readInt());
      default -> throw new EOFException("no event: " + kind);
    };
  }

  /** Bytes as what differs from the most similar of the last ones of their length: most of them are pages, changed a little. */
  private static final class Differences {
    private static final int COMPARED = 500;

    private final Map<Integer, List<byte[]>> written = new HashMap<>();

    private List<byte[]> sameLength(int length) {
      return written.computeIfAbsent(length, size -> new ArrayList<>(List.of(new byte[size])));
    }

    void write(byte[] bytes, DataOutputStream out) throws IOException {
      List<byte[]> others = sameLength(bytes.length);
      int best = 0;
      int least = Integer.MAX_VALUE;
      for (int i = others.size() - 1; i >= 0 && i >= others.size() - COMPARED && least > 0; i--) {
        int different = different(bytes, others.get(i), least);
        if (different < least) {
          least = different;
          best = i;
        }
      }
      out.writeInt(others.size() - best);
      out.write(exclusiveOr(bytes, others.get(best)));
      others.add(bytes);
    }

    byte[] read(int length, DataInputStream in) throws IOException {
      List<byte[]> others = sameLength(length);
      byte[] other = others.get(others.size() - in.readInt());
      byte[] bytes = exclusiveOr(in.readNBytes(length), other);
      others.add(bytes);
      return bytes;
    }

    private static int different(byte[] one, byte[] other, int limit) {
      int count = 0;
      for (int i = 0; i < one.length && count < limit; i++) {
        count += one[i] == other[i] ? 0 : 1;
      }
      return count;
    }

    private static byte[] exclusiveOr(byte[] one, byte[] other) {
      byte[] result = new byte[one.length];
      for (int i = 0; i < one.length; i++) {
        result[i] = (byte) (one[i] ^ other[i]);
      }
      return result;
    }
  }

  /** Small rather than fast. */
  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
