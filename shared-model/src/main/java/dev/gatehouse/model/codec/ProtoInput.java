package dev.gatehouse.model.codec;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;

/// A stream in protobuf's wire format, and how deep in messages it stands.
final class ProtoInput {

    /// Messages inside each other.
    static final int MAX_DEPTH = 64;

    private final CodedInputStream stream;
    private int depth;

    ProtoInput(CodedInputStream stream) {
        this.stream = stream;
        stream.setRecursionLimit(MAX_DEPTH);
    }

    CodedInputStream stream() {
        return stream;
    }

    /// Reads what is inside a length, to its end.
    <T> T inside(Body<T> body) throws IOException {
        if (depth >= MAX_DEPTH) {
            throw Unreadable.malformed("nested deeper than " + MAX_DEPTH);
        }
        int outer = stream.pushLimit(stream.readRawVarint32());
        depth++;
        T value = body.read(this);
        depth--;
        if (!stream.isAtEnd()) {
            throw Unreadable.malformed("more than its length says");
        }
        stream.popLimit(outer);
        return value;
    }

    /// Passes a field that nobody here knows.
    void skip(int tag) throws IOException {
        if (!stream.skipField(tag)) {
            throw Unreadable.malformed("ends a group that has not begun");
        }
    }

    /// Reads up to the end of the current length.
    interface Body<T> {
        T read(ProtoInput in) throws IOException;
    }
}
