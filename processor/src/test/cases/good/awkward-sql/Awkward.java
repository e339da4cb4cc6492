package app;

public record Awkward(String first, long second, String third) {}
