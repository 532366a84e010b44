package dev.gatehouse.model.protocol;

import dev.gatehouse.model.schema.Member;

/// How a client's frames are encoded: the WebSocket subprotocol it asked for.
public enum Encoding {
    /// Text frames, one JSON object each.
    @Member(0)
    JSON("gatehouse.v1.json"),
    /// Binary frames in protobuf's wire format.
    @Member(1)
    PROTO("gatehouse.v1.proto");

    private final String subprotocol;

    Encoding(String subprotocol) {
        this.subprotocol = subprotocol;
    }

    public String subprotocol() {
        return subprotocol;
    }
}
