package dev.litmus.benchmarks.startup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** The classes that a new process runs, in a jar of their own: with this module's, a process would open its database too. */
final class ProgramJar {

  private ProgramJar() {}

  static void write(Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Class<?> type : List.of(Started.class, StartedInSteps.class)) {
        String name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new ZipEntry(name));
        try (InputStream in = type.getResourceAsStream("/" + name)) {
          if (in == null) {
            throw new IllegalStateException("there is no " + name);
          }
          in.transferTo(out);
        }
      }
    }
  }
}
