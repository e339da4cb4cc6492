package app;

/** A row of the view. */
public record CustomerTotal(String customerId, String name, int orderCount, double total) {}
