/// The topics that this node follows for its sessions. A [dev.gatehouse.session.topic.TopicWatch] hears each entry once
/// and in order, whether it came over the bus or was read after the bus had lost it, and fans it out to the sessions
/// here. Decides nothing about who may listen.
@NullMarked
package dev.gatehouse.session.topic;

import org.jspecify.annotations.NullMarked;
