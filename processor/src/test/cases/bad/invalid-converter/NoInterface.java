package app;

import dev.litmus.annotations.Converter;

@Converter
// expect converter/invalid-converter
public final class NoInterface {}
