/// Persistent collections for models, where those of PCollections are slow to make or to compare.
@NullMarked
package dev.gatehouse.model.collection;

import org.jspecify.annotations.NullMarked;
