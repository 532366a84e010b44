package dev.gatehouse.model.codec.proto;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import com.google.protobuf.WireFormat;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.collection.ChunkedMap;
import dev.gatehouse.model.collection.ChunkedVector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;

/// A stored record as a migration sees it: its members by their numbers, whichever class once wrote them. That class
/// need not exist any more; what is read says which type it has. Members that nobody touches stay as they are.
///
/// A type is anything that a member may be but a collection, or `StoredMembers` itself for a record that is looked into
/// the same way. Reading a member as a type that it never had throws [IllegalArgumentException].
///
/// Immutable; safe to use from any thread.
public final class StoredMembers {

    /// A record without members, to put some in.
    public static final StoredMembers EMPTY = new StoredMembers(TreePMap.empty());

    private static final int KEY = 1;
    private static final int VALUE = 2;

    /// The fields of each member as they are written, with their tags.
    private final PSortedMap<Integer, ByteString> fields;

    private StoredMembers(PSortedMap<Integer, ByteString> fields) {
        this.fields = fields;
    }

    /// @param bytes a record as [ProtoCodec] writes it
    /// @throws DecodeException if they are not in protobuf's wire format
    public static StoredMembers of(ByteString bytes) throws DecodeException {
        try {
            return read(bytes);
        } catch (Unreadable e) {
            throw e.toDecodeException();
        }
    }

    static StoredMembers read(ByteString bytes) {
        var fields = new TreeMap<Integer, ByteString>();
        StoredFields.forEach(bytes, (number, field) -> fields.merge(number, field, ByteString::concat));
        return new StoredMembers(TreePMap.fromSortedMap(fields));
    }

    /// The record as [ProtoCodec] reads it.
    public ByteString bytes() {
        return ByteString.copyFrom(fields.values());
    }

    /// Whether the member was written. One that may not be absent and had its default was not.
    public boolean has(int number) {
        return fields.containsKey(number);
    }

    /// One value; what an absent member of this type decodes to where it was not written.
    ///
    /// @param type such as `int.class`
    public <T> T get(int number, Class<T> type) {
        var values = values(number, type, false);
        return values.isEmpty() ? StoredType.absent(number, type) : values.getLast();
    }

    /// The elements of a collection.
    public <T> PVector<T> list(int number, Class<T> element) {
        return ChunkedVector.from(values(number, element, true));
    }

    /// The entries of a map.
    ///
    /// @param key for keys of an inline record that has no order, the type of its component
    public <K extends Comparable<K>, V> PSortedMap<K, V> map(int number, Class<K> key, Class<V> value) {
        var entries = new TreeMap<K, V>();
        for (var entry : values(number, StoredMembers.class, false)) {
            entries.put(entry.get(KEY, key), entry.get(VALUE, value));
        }
        return ChunkedMap.from(entries);
    }

    /// The record with this value as the member, whatever was there.
    public <T> StoredMembers with(int number, Class<T> type, T value) {
        return withList(number, type, List.of(value));
    }

    /// The record with this collection as the member, whatever was there.
    ///
    /// @param elements for a sorted set, in ascending order
    public <T> StoredMembers withList(int number, Class<T> element, Collection<T> elements) {
        var type = StoredType.of(element);
        var out = new ProtoOutput(0);
        for (var each : elements) {
            out.tag(number, type.wireType());
            type.write(each, out);
        }
        return elements.isEmpty()
                ? without(number)
                : new StoredMembers(fields.plus(number, UnsafeByteOperations.unsafeWrap(out.toByteArray())));
    }

    /// The record with this map as the member, whatever was there.
    public <K extends Comparable<K>, V> StoredMembers withMap(
            int number, Class<K> key, Class<V> value, SortedMap<K, V> entries) {
        var written = new ArrayList<StoredMembers>();
        entries.forEach(
                (eachKey, each) -> written.add(EMPTY.with(KEY, key, eachKey).with(VALUE, value, each)));
        return withList(number, StoredMembers.class, written);
    }

    /// The record without the member.
    public StoredMembers without(int number) {
        return new StoredMembers(fields.minus(number));
    }

    /// @param packed whether all values may stand in one field
    @SuppressWarnings("unchecked") // The type reads values of its own; a primitive's class cannot cast its box.
    private <T> List<T> values(int number, Class<T> type, boolean packed) {
        var reader = StoredType.of(type);
        var values = new ArrayList<T>();
        StoredFields.read(number, fields.getOrDefault(number, ByteString.EMPTY), (tag, in) -> {
            if (packed && reader.isPacked() && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                int outer = in.enter();
                while (!in.stream().isAtEnd()) {
                    values.add((T) reader.read(in));
                }
                in.leave(outer);
            } else {
                ProtoSlot.expectWireType(tag, reader.wireType());
                values.add((T) reader.read(in));
            }
        });
        return values;
    }

    /// Shows which members there are, and no value.
    @Override
    public String toString() {
        return "StoredMembers" + fields.keySet();
    }
}
