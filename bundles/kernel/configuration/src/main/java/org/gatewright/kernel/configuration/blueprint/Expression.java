package org.gatewright.kernel.configuration.blueprint;

import java.util.List;

/**
 * A value with a tag such as {@code !Find}, not yet evaluated.
 *
 * @param name of the tag
 */
record Expression(String name, List<Object> arguments) {}
