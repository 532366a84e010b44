package dev.gatehouse.model.codec;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import dev.gatehouse.model.schema.MapShape;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A sorted map: a message for each entry, in the order of the keys, with the key as field 1 and the value as field 2.
record ProtoMapSlot(int number, MapShape shape, ProtoType key, ProtoType value) implements ProtoSlot {

    static final int KEY = 1;
    static final int VALUE = 2;
    private static final int TAGS = 2;

    @Override
    public int[] numbers() {
        return new int[] {number};
    }

    @Override
    public int size(@Nullable Object map, Sizes sizes) {
        int size = 0;
        for (var entry : entries(map).entrySet()) {
            int place = sizes.reserve();
            int body = TAGS + key.size(entry.getKey(), sizes) + value.size(entry.getValue(), sizes);
            sizes.set(place, body);
            size += CodedOutputStream.computeTagSize(number) + CodedOutputStream.computeUInt32SizeNoTag(body) + body;
        }
        return size;
    }

    @Override
    public void write(@Nullable Object map, CodedOutputStream out, Sizes sizes) throws IOException {
        for (var entry : entries(map).entrySet()) {
            out.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            out.writeUInt32NoTag(sizes.next());
            out.writeTag(KEY, key.wireType());
            key.write(entry.getKey(), out, sizes);
            out.writeTag(VALUE, value.wireType());
            value.write(entry.getValue(), out, sizes);
        }
    }

    private Map<?, ?> entries(@Nullable Object map) {
        if (map == null) {
            return Map.of();
        }
        var entries = (Map<?, ?>) map;
        Ordered.check(shape.order(), entries.keySet());
        return entries;
    }

    @Override
    public Object read(ProtoInput in, int tag, @Nullable Object soFar) throws IOException {
        ProtoSlot.expectWireType(tag, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        var entries = entriesSoFar(soFar);
        try {
            in.inside(inner -> readEntry(inner, entries));
        } catch (Unreadable e) {
            throw e.at(entries.size());
        }
        return entries;
    }

    private TreeMap<Object, Object> readEntry(ProtoInput in, TreeMap<Object, Object> entries) throws IOException {
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
        entries.put(
                readKey == null ? AbsentValues.of(shape.key(), ProtoType.EMPTY) : readKey,
                readValue == null ? AbsentValues.of(shape.value(), ProtoType.EMPTY) : readValue);
        return entries;
    }

    @SuppressWarnings("unchecked") // Only maps made here are given back to us.
    private TreeMap<Object, Object> entriesSoFar(@Nullable Object soFar) {
        return soFar == null ? new TreeMap<>(shape.order()) : (TreeMap<Object, Object>) soFar;
    }

    @Override
    public Object finish(Object read) {
        return shape.create(entriesSoFar(read));
    }
}
