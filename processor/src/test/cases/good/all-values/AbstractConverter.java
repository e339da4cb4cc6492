package app;

import dev.litmus.runtime.ColumnConverter;

public abstract class AbstractConverter<T> implements ColumnConverter<T, Double> {}
