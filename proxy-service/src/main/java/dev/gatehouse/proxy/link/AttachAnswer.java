package dev.gatehouse.proxy.link;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.proxy.refusal.Refusal;

/// What a node says to an attach.
public sealed interface AttachAnswer {

    /// @param frame for the client, before anything that comes on the channel
    record Opened(LinkChannel channel, ByteString frame) implements AttachAnswer {}

    record Declined(Refusal refusal) implements AttachAnswer {}

    record ElsewhereOwned(NodeId owner) implements AttachAnswer {}
}
