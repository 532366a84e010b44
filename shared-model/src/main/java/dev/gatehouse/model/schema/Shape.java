package dev.gatehouse.model.schema;

/// How the values of one type are built. Encodings, hashes and differences switch over it.
public sealed interface Shape
        permits Scalar, EnumShape, InlineShape, RecordShape, UnionShape, SequenceShape, MapShape {}
