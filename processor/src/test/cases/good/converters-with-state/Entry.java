package app;

import dev.litmus.annotations.Convert;
import java.util.Optional;

public record Entry(
    long id,
    String name,
    Optional<Secret> secret,
    @Convert(PinMask.class) Long pin,
    Owner owner) {}
