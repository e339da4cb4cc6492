package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.nio.file.Path;

/** Everything as another way does it, for tests that change a part. */
public class DelegatingFiles implements FileSeam {

  private final FileSeam files;

  /** Does as the other way does. */
  public DelegatingFiles(FileSeam files) {
    this.files = files;
  }

  @Override
  public Path createDirectory(Path directory) throws IOException {
    return files.createDirectory(directory);
  }

  @Override
  public Path createTemporaryDirectory(Path directory) throws IOException {
    return files.createTemporaryDirectory(directory);
  }

  @Override
  public boolean createFile(Path file) throws IOException {
    return files.createFile(file);
  }

  @Override
  public void syncFile(Path file) throws IOException {
    files.syncFile(file);
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    files.syncDirectory(directory);
  }

  @Override
  public void moveToNew(Path file, Path newName) throws IOException {
    files.moveToNew(file, newName);
  }

  @Override
  public void moveOver(Path file, Path replaced) throws IOException {
    files.moveOver(file, replaced);
  }

  @Override
  public void link(Path file, Path secondName) throws IOException {
    files.link(file, secondName);
  }

  @Override
  public boolean delete(Path file) throws IOException {
    return files.delete(file);
  }

  @Override
  public boolean movesOpenFiles() {
    return files.movesOpenFiles();
  }

  @Override
  public void copyRights(Path from, Path to) throws IOException {
    files.copyRights(from, to);
  }
}
