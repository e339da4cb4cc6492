package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Windows, and whatever else has no POSIX modes: the owner alone is in the access control list where there is one, the
 * system itself keeps directories durable, and an open file cannot be renamed. A list can only be given to what is
 * there: a new directory is empty until then, and what comes into it inherits.
 */
final class OtherFiles extends CommonFiles {

  @Override
  void createPrivateDirectory(Path directory) throws IOException {
    Files.createDirectory(directory);
    ownerOnly(
        Files.getFileAttributeView(directory, AclFileAttributeView.class),
        EnumSet.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT));
  }

  @Override
  void createPrivateFile(Path file) throws IOException {
    Files.createFile(file);
    ownerOnly(
        Files.getFileAttributeView(file, AclFileAttributeView.class),
        EnumSet.noneOf(AclEntryFlag.class));
  }

  /** Makes the owner the only one in a list; nothing where there is no list. */
  static void ownerOnly(@Nullable AclFileAttributeView view, Set<AclEntryFlag> flags)
      throws IOException {
    if (view != null) {
      view.setAcl(List.of(AclEntry.newBuilder()
          .setType(AclEntryType.ALLOW)
          .setPrincipal(view.getOwner())
          .setPermissions(EnumSet.allOf(AclEntryPermission.class))
          .setFlags(flags)
          .build()));
    }
  }

  @Override
  public void syncDirectory(Path directory) {
    // A directory cannot be opened here, and its names are durable without it.
  }

  @Override
  public void moveToNew(Path file, Path newName) throws IOException {
    Files.move(file, newName);
  }

  @Override
  public boolean movesOpenFiles() {
    return false;
  }

  @Override
  public void copyRights(Path from, Path to) throws IOException {
    AclFileAttributeView own = Files.getFileAttributeView(from, AclFileAttributeView.class);
    AclFileAttributeView other = Files.getFileAttributeView(to, AclFileAttributeView.class);
    if (own != null && other != null) {
      other.setAcl(own.getAcl());
    }
  }

  @Override
  public String toString() {
    return "elsewhere";
  }
}
