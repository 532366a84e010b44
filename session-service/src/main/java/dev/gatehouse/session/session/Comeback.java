package dev.gatehouse.session.session;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.Encoding;
import org.jspecify.annotations.Nullable;

/// A client that wants to go on with its session on another socket.
///
/// @param device absent where the client sent no device token
/// @param proxy where that socket is
public record Comeback(Resume resume, @Nullable DeviceKey device, Encoding encoding, NodeId proxy) {}
