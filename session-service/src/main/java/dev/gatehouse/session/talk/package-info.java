/// What a session does besides its player's timeline: calls, events, groups, documents.
/// [dev.gatehouse.session.talk.Talk] hands each message to the feature that it belongs to. The features do not know of
/// each other.
@NullMarked
package dev.gatehouse.session.talk;

import org.jspecify.annotations.NullMarked;
