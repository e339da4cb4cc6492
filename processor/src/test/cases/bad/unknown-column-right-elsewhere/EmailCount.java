package app;

public record EmailCount(String email, int count) {}
