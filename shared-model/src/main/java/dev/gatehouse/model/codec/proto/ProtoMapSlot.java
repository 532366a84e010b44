package dev.gatehouse.model.codec.proto;

import com.google.protobuf.WireFormat;
import dev.gatehouse.model.codec.AbsentValues;
import dev.gatehouse.model.codec.Ordered;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.MapShape;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A sorted map: a message for each entry, in the order of the keys, with the key as field 1 and the value as field 2.
record ProtoMapSlot(int number, MapShape shape, ProtoType key, ProtoType value) implements ProtoSlot {

    static final int KEY = 1;
    static final int VALUE = 2;

    @Override
    public int[] numbers() {
        return new int[] {number};
    }

    @Override
    public void write(@Nullable Object map, ProtoOutput out) {
        if (map == null) {
            return;
        }
        Object before = null;
        for (var entry : ((Map<?, ?>) map).entrySet()) {
            Ordered.check(shape.order(), before, entry.getKey());
            before = entry.getKey();
            out.tag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            int place = out.begin();
            out.tag(KEY, key.wireType());
            key.write(before, out);
            out.tag(VALUE, value.wireType());
            value.write(entry.getValue(), out);
            out.end(place);
        }
    }

    @Override
    public Object read(ProtoInput in, int tag, @Nullable Object soFar) throws IOException {
        ProtoSlot.expectWireType(tag, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        var entries = entriesSoFar(soFar);
        try {
            int outer = in.enter();
            readEntry(in, entries);
            in.leave(outer);
        } catch (Unreadable e) {
            throw e.at(entries.size());
        }
        return entries;
    }

    private void readEntry(ProtoInput in, ReadEntries entries) throws IOException {
        Object readKey = null;
        Object readValue = null;
        for (int tag = in.stream().readTag(); tag != 0; tag = in.stream().readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case KEY -> {
                    ProtoSlot.expectWireType(tag, key.wireType());
                    readKey = key.read(in);
                }
                case VALUE -> {
                    ProtoSlot.expectWireType(tag, value.wireType());
                    readValue = value.read(in);
                }
                default -> in.skip(tag);
            }
        }
        entries.add(
                readKey == null ? AbsentValues.of(shape.key(), ProtoType.EMPTY) : readKey,
                readValue == null ? AbsentValues.of(shape.value(), ProtoType.EMPTY) : readValue);
    }

    private ReadEntries entriesSoFar(@Nullable Object soFar) {
        return soFar == null ? new ReadEntries(shape) : (ReadEntries) soFar;
    }

    @Override
    public Object finish(Object read) {
        return entriesSoFar(read).toMap();
    }
}
