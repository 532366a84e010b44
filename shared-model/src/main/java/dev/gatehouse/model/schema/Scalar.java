package dev.gatehouse.model.schema;

/// A value without members. Each constant says its Java type and what it is in protobuf.
public enum Scalar implements Shape {
    /// `int`: `int32`
    INT,
    /// `long`: `int64`; a plain number in JSON
    LONG,
    /// `boolean`: `bool`
    BOOLEAN,
    /// `float`: `float`
    FLOAT,
    /// `double`: `double`
    DOUBLE,
    /// [Fixed]: `sfixed64`, in 2^-32ths; a string with all decimals in JSON
    FIXED,
    /// `String`: `string`
    STRING,
    /// `ByteString`: `bytes`; base64 in JSON
    BYTES,
    /// `java.time.Duration`: `int64` milliseconds; finer parts are cut off
    DURATION,
    /// `java.time.Instant`: `int64` milliseconds since 1970; finer parts are cut off
    INSTANT,
    /// [JsonText]: `string`; any value in JSON
    JSON_TEXT,
    /// [Encoded]: `bytes`; an object in JSON
    ENCODED
}
