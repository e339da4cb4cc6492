package app;

public final class TextsSql {}
