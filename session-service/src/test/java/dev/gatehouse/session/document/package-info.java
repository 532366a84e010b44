/// Tests of the documents that sessions follow.
@NullMarked
package dev.gatehouse.session.document;

import org.jspecify.annotations.NullMarked;
