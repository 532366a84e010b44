package dev.gatehouse.model.codec.proto;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import dev.gatehouse.model.codec.Unreadable;
import java.io.IOException;
import java.util.Set;

/// A stream in protobuf's wire format, and how deep in messages it stands.
final class ProtoInput {

    private final CodedInputStream stream;
    private final boolean whole;
    private int depth;

    /// @param whole whether a field that nobody knows is refused
    ProtoInput(CodedInputStream stream, boolean whole) {
        this.stream = stream;
        this.whole = whole;
        stream.setRecursionLimit(ProtoCodec.MAX_DEPTH);
    }

    CodedInputStream stream() {
        return stream;
    }

    /// The next field's tag; 0 at the end of the stream or of the current length.
    int tag() throws IOException {
        return stream.readTag();
    }

    /// Reads a length: what is inside it comes next.
    ///
    /// @return for [#leave]
    int enter() throws IOException {
        if (depth >= ProtoCodec.MAX_DEPTH) {
            throw Unreadable.malformed("nested deeper than " + ProtoCodec.MAX_DEPTH);
        }
        depth++;
        return stream.pushLimit(stream.readRawVarint32());
    }

    /// What is inside the length has been read, to its end.
    void leave(int outer) throws IOException {
        if (!stream.isAtEnd()) {
            throw Unreadable.malformed("more than its length says");
        }
        depth--;
        stream.popLimit(outer);
    }

    /// Passes a field that no member of this record has.
    ///
    /// @param retired the numbers that members of it once had
    void pass(int tag, Set<Integer> retired) throws IOException {
        int number = WireFormat.getTagFieldNumber(tag);
        if (whole && !retired.contains(number)) {
            throw Unreadable.unknownMember(
                    "number " + number + " is unknown (expected: a member's, or a @Retired one)");
        }
        skip(tag);
    }

    /// Passes a field that nobody here knows.
    void skip(int tag) throws IOException {
        if (!stream.skipField(tag)) {
            throw Unreadable.malformed("ends a group that has not begun");
        }
    }
}
