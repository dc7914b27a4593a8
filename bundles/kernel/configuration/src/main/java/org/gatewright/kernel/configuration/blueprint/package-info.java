/**
 * Reads blueprints, YAML of version 1 in authentik's shape, and applies them to a draft of the configuration. Names of models are translated by rule, never by a
 * table of types.
 */
@NullMarked
package org.gatewright.kernel.configuration.blueprint;

import org.jspecify.annotations.NullMarked;
