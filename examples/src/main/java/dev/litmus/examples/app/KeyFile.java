package dev.litmus.examples.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import java.util.function.Supplier;
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
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private KeyFile() {}

  /**
   * Makes a random key where there is none, for its owner alone (0600) where the file system knows owners; so is a folder
   * that is made for it (0700). Only before anything is encrypted: a new key cannot read what was stored with a lost one.
   *
   * @param file its folder is made with it
   * @throws IOException also when the key that is there cannot be used; see {@link #open}
   */
  public static void make(Path file) throws IOException {
    if (Files.notExists(file)) {
      create(file);
    }
    open(file);
  }

  /**
   * Reads the key now, and says what is wrong with it when it is needed: whoever needs none goes on without.
   *
   * @return the key, or a {@link SecretException} with each call
   */
  public static Supplier<SecretKey> whenNeeded(Path file) {
    try {
      SecretKey key = open(file);
      return () -> key;
    } catch (IOException e) {
      return () -> {
        throw new SecretException("no secret without its key: " + e.getMessage(), e);
      };
    }
  }

  /**
   * Reads the key.
   *
   * @return 256 bits for AES
   * @throws IOException also when there is none, others may read the file, or it has not 32 bytes
   */
  public static SecretKey open(Path file) throws IOException {
    if (Files.notExists(file)) {
      throw new IOException(
          "the key in " + file + " is lost, and a new one could not read what is stored:"
              + " put it back, or begin without the database of the secrets");
    }
    if (isPosix(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
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
    Files.createDirectories(folder, ownerAlone(file, OWNER_FOLDER));
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path draft = Files.createTempFile(folder, "key", ".tmp", ownerAlone(file, OWNER));
    try {
      write(draft, key);
      publish(draft, file, key);
    } catch (FileAlreadyExistsException e) {
      return;
    } finally {
      Files.deleteIfExists(draft);
    }
    if (isPosix(file)) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  /** Where there are no hard links, somebody who comes at the same moment can find half a key, and is told so. */
  private static void publish(Path draft, Path file, byte[] key) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.createFile(file, ownerAlone(file, OWNER));
      write(file, key);
    }
  }

  private static void write(Path file, byte[] key) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(key));
      channel.force(true);
    }
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] ownerAlone(Path file, Set<PosixFilePermission> rights) {
    return isPosix(file)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
        : new FileAttribute<?>[0];
  }
}
