package dev.litmus.examples.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the secrets, in a file of its own. It should lie outside the folder of the databases, and in no backup of them.
 *
 * <p>That helps when a database file gets into other hands: a backup, a copy to look for a bug, a disk share. It does not help
 * against whoever can read all files of the user, or runs as the user: both files are there for them. Where the system has a
 * store for keys, that is the better place. Whoever loses the file loses the secrets.
 */
public final class KeyFile {

  private static final int BYTES = 32;
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private KeyFile() {}

  /**
   * Reads the key. The first time there is none: a random one is made, for its owner alone (0600) where the file system knows
   * owners.
   *
   * @param file its folder is made when there is none
   * @return 256 bits for AES
   * @throws IOException also when others may read the file, or it has not 32 bytes
   */
  public static SecretKey open(Path file) throws IOException {
    if (Files.notExists(file)) {
      create(file);
    }
    if (POSIX && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException(
          "others than its owner may use the key in " + file + ": take that right from them");
    }
    byte[] key = Files.readAllBytes(file);
    if (key.length != BYTES) {
      throw new IOException(
          "the key in " + file + " has not " + BYTES + " bytes, but " + key.length);
    }
    return new SecretKeySpec(key, "AES");
  }

  /**
   * Under another name first, so that nobody ever finds half a key, and on the disk before anything is encrypted with it.
   * Whoever is second takes the key of the first.
   */
  private static void create(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path draft = Files.createTempFile(folder, "key", ".tmp", ownerAlone());
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(key));
        channel.force(true);
      }
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      return;
    } finally {
      Files.deleteIfExists(draft);
    }
    if (POSIX) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  private static FileAttribute<?>[] ownerAlone() {
    return POSIX
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
        : new FileAttribute<?>[0];
  }
}
