package dev.gatehouse.simulation.network;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.link.LinkFrame.Kind;

/// What goes over a link between a proxy and a session node.
public sealed interface LinkTraffic {

    /// The upgrade that opens it.
    record Upgrade(NodeId proxy) implements LinkTraffic {}

    record Upgraded() implements LinkTraffic {}

    record Frame(int channel, Kind kind, ByteString payload) implements LinkTraffic {}

    record Ping() implements LinkTraffic {}

    record Pong() implements LinkTraffic {}
}
