package app;

/** Written by hand, before there was a generator. */
public class OrderRepositoryImpl {}
