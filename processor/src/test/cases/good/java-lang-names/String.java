package app;

public record String(java.lang.String id) {}
