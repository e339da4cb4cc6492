package app;

import java.time.Instant;

public record Order(long id, String customerId, Instant placedAt, double total) {}
