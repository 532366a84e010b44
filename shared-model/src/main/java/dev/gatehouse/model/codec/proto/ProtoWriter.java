package dev.gatehouse.model.codec.proto;

import dev.gatehouse.model.schema.Schema;
import dev.gatehouse.model.schema.Shape;
import java.util.Map;

/// Writes single values of one shape in protobuf's wire format, without their tag.
public interface ProtoWriter {

    void write(Object value, ProtoOutput out);

    /// Those of a schema's shapes without members: they throw for what [ExactScalars] refuses.
    static Map<Shape, ProtoWriter> exactLeaves(Schema<?> schema) {
        return ProtoTypes.exactLeaves(schema);
    }
}
