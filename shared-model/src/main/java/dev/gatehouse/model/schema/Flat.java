package dev.gatehouse.model.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Puts a union into the record around it, as an envelope does with its message: in JSON the record's other members
/// stand beside the union's `"type"`, in protobuf beside its `oneof`. Takes the place of [Member]; one per record.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Flat {}
