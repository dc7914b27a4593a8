/**
 * Tests of stages: visits, hostile answers, and the contract of every stage.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.gatewright.testkit.stage;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
