/// Documents: who may follow them is the game's decision, what is in them its server code's. A
/// [dev.gatehouse.session.document.DocumentWatch] keeps one document that sessions here follow, and tells them of each
/// change once and in order. Knows no shards and no sockets.
@NullMarked
package dev.gatehouse.session.document;

import org.jspecify.annotations.NullMarked;
