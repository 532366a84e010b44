/// The two ends of a numbered stream: what was sent and not yet acknowledged, and what has already been received.
/// Server and client run this same code, so they cannot disagree. Knows neither sockets nor encodings, and no clock:
/// time is handed in. Nothing here is safe for use by several threads; each stream has one owner.
///
/// A position is a pair of epoch and number. The numbers here belong to one epoch: a stream that is created anew gets a
/// new [dev.gatehouse.model.stream.Outbox] and a new [dev.gatehouse.model.stream.Inbox].
@NullMarked
package dev.gatehouse.model.stream;

import org.jspecify.annotations.NullMarked;
