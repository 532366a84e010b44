package dev.gatehouse.model.protocol;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.schema.Encoded;
import java.util.HexFormat;

/// A game's record inside an example, the same one in both encodings.
final class Payloads {

    static Encoded of(Encoding encoding, String json, String hex) {
        return switch (encoding) {
            case JSON -> new Encoded.Json(json);
            case PROTO -> new Encoded.Proto(ByteString.copyFrom(HexFormat.of().parseHex(hex)));
        };
    }

    private Payloads() {}
}
