package dev.litmus.processor.generate;

/**
 * A source file to write.
 *
 * @param className the qualified name of its class
 * @param factoryName the binary name of the factory to register
 * @param text the whole file
 */
public record GeneratedSource(String className, String factoryName, String text) {}
