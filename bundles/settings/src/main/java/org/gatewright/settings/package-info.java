/** The settings of the installation: read once, before everything else, and told to those who need them. */
@NullMarked
package org.gatewright.settings;

import org.jspecify.annotations.NullMarked;
