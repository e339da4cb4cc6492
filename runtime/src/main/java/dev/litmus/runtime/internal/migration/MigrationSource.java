package dev.litmus.runtime.internal.migration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** STUB. */
public interface MigrationSource {
  List<MigrationFile> files() throws IOException;

  static MigrationSource index(String indexPath, ResourceReader reader) {
    return () -> {
      String index = reader.read(indexPath);
      if (index == null) {
        throw new IOException("no " + indexPath);
      }
      List<MigrationFile> files = new ArrayList<>();
      for (String line : index.lines().toList()) {
        String folder = indexPath.substring(0, indexPath.length() - ".index".length());
        String text = reader.read(folder + "/" + line);
        if (text == null) {
          throw new IOException("no " + line);
        }
        files.add(new MigrationFile(line, text));
      }
      return files;
    };
  }
}
