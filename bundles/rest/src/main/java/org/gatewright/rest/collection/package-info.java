/** What the API offers, a collection each; those of plug-in types are all one class. */
@NullMarked
package org.gatewright.rest.collection;

import org.jspecify.annotations.NullMarked;
