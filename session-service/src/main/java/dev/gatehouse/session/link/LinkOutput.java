package dev.gatehouse.session.link;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.link.LinkFrame;

/// The way back to a proxy. From any thread; keeps the order of each caller and never blocks. A proxy that does
/// not read loses its link.
public interface LinkOutput {

    void send(int channel, LinkFrame.Kind kind, ByteString payload);
}
