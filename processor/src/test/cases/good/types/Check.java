import app.Entry;
import app.Measure;
import app.Sample;
import app.SampleRepository;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.error.ValueException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

public class Check {

  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00.250Z");
  private static final byte[] BYTES = {0, -1, 39};

  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      SampleRepository samples = databases.repository(SampleRepository.class);
      valuesComeBack(samples);
      nullsComeBack(samples);
      nestedRecordsAreTakenApart(samples);
      nullHasNoPlaceInAPrimitive(samples);
    }
  }

  private static void valuesComeBack(SampleRepository samples) {
    samples.insert(1, Integer.MIN_VALUE, Long.MAX_VALUE, 0.1, true, "Ünïcode 🧪", BYTES, NOON);
    Sample sample = samples.find(1);
    same(sample.anInt(), Integer.MIN_VALUE);
    same(sample.aLong(), Long.MAX_VALUE);
    same(sample.aDouble(), 0.1);
    same(sample.aBoolean(), true);
    same(sample.text(), "Ünïcode 🧪");
    same(sample.bytes(), BYTES);
    same(sample.takenAt(), NOON);
    same(samples.measure(1), new Measure(Integer.MIN_VALUE, Long.MAX_VALUE, 0.1, true));
    same(samples.anInt(1), Integer.MIN_VALUE);
    same(samples.aLong(1), Long.MAX_VALUE);
    same(samples.aDouble(1), 0.1);
    same(samples.aBoolean(1), true);
    same(samples.bytes(1), BYTES);
    same(samples.takenAt(1), Optional.of(NOON));
    same(samples.find(NOON, BYTES, true), Optional.of(1L));
    same(samples.find(NOON, BYTES, false), Optional.empty());
  }

  private static void nullsComeBack(SampleRepository samples) {
    samples.insert(new Sample(2, null, null, null, null, null, null, null));
    same(samples.find(2), new Sample(2, null, null, null, null, null, null, null));
    same(samples.ints(), Arrays.asList(Integer.MIN_VALUE, null));
    same(samples.longs(), Arrays.asList(Long.MAX_VALUE, null));
    same(samples.doubles(), Arrays.asList(0.1, null));
    same(samples.booleans(), Arrays.asList(true, null));
    same(samples.texts(), Arrays.asList("Ünïcode 🧪", null));
    same(samples.bytes(2), null);
    same(samples.takenAt(2), Optional.empty());
    same(samples.count(null, null, null), 1);
    same(samples.count(Integer.MIN_VALUE, Long.MAX_VALUE, 0.1), 1);
  }

  private static void nestedRecordsAreTakenApart(SampleRepository samples) {
    Measure measure = new Measure(3, 4, 5.5, false);
    samples.insert(new Entry(3, new Entry.Values(measure, new Entry.Extra("", new byte[0], NOON))));
    same(samples.measure(3), measure);
    same(samples.find(3).text(), "");
    same(samples.find(3).bytes(), new byte[0]);
    same(samples.takenAt(3), Optional.of(NOON));
  }

  private static void nullHasNoPlaceInAPrimitive(SampleRepository samples) {
    for (Runnable read :
        List.<Runnable>of(
            () -> samples.anInt(2),
            () -> samples.measure(2))) {
      refused(read, "an_int");
    }
    refused(() -> samples.aLong(2), "a_long");
    refused(() -> samples.aDouble(2), "a_double");
    refused(() -> samples.aBoolean(2), "a_boolean");
  }

  private static void refused(Runnable read, String column) {
    try {
      read.run();
    } catch (ValueException e) {
      if (!e.getMessage().contains(column)) {
        throw new AssertionError("does not name " + column, e);
      }
      return;
    }
    throw new AssertionError("NULL was read as a primitive: " + column);
  }

  private static void same(Object actual, Object expected) {
    if (!Objects.deepEquals(actual, expected)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}
