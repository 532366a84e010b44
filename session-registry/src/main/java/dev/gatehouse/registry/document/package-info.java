/// Documents: JSON values of a game that its server code writes and its clients follow. Each has a version that grows
/// by one with every change; a writer says which version it has seen. The nodes that host followers hear of each change
/// over a bus that may lose messages, and find out by the version. Knows nothing of what is in a document.
@NullMarked
package dev.gatehouse.registry.document;

import org.jspecify.annotations.NullMarked;
