package dev.gatehouse.model.codec.proto;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import dev.gatehouse.model.codec.Unreadable;
import java.io.IOException;
import java.util.function.BiConsumer;

/// Walks over the fields of a message whose type nobody here knows.
final class StoredFields {

    /// Takes one field apart.
    interface Reader {
        void read(int tag, ProtoInput in) throws IOException;
    }

    /// Gives each field as it is written, with its tag.
    ///
    /// @throws Unreadable if the bytes are no message
    static void forEach(ByteString message, BiConsumer<Integer, ByteString> field) {
        int[] begin = {0};
        walk(message, (tag, in) -> {
            in.skip(tag);
            int end = in.stream().getTotalBytesRead();
            field.accept(WireFormat.getTagFieldNumber(tag), message.substring(begin[0], end));
            begin[0] = end;
        });
    }

    /// Reads the fields of one member.
    ///
    /// @param member names it for a refusal
    /// @throws IllegalArgumentException if they are not what the reader expects
    static void read(int member, ByteString fields, Reader reader) {
        try {
            walk(fields, reader);
        } catch (Unreadable e) {
            throw refusal(member, e);
        }
    }

    /// What is read by number may have been `@ServerOnly`, so that nothing is said of what a constructor said.
    static IllegalArgumentException refusal(int member, Unreadable why) {
        return new IllegalArgumentException(
                "member " + member + ": " + why.hushed().toDecodeException().getMessage());
    }

    private static void walk(ByteString fields, Reader reader) {
        var in = new ProtoInput(fields.newCodedInput(), true);
        try {
            for (int tag = in.stream().readTag(); tag != 0; tag = in.stream().readTag()) {
                reader.read(tag, in);
            }
        } catch (InvalidProtocolBufferException e) {
            throw Unreadable.malformed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail", e);
        }
    }

    private StoredFields() {}
}
