package org.gatewright.kernel.configuration.binding;

/**
 * A reference to another object.
 *
 * @param path of the member, steps joined with dots
 * @param model what is referred to, such as {@code flow}
 * @param type the only type that counts, or empty
 * @param target a UUID as text, or a number
 */
public record Reference(String path, String model, String type, Object target) {}
