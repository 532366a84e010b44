package dev.gatehouse.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.Optional;

/// The other side of the wire. Calls block, and fail with a [ProviderException] where it is not known what became of
/// them.
public interface Vendor extends AutoCloseable {

    /// @param path from the vendor's address on
    <A> A put(String path, Object body, Class<A> answer, Duration within);

    /// Empty where there is no such thing.
    <A> Optional<A> get(String path, Class<A> answer, Duration within);

    /// Whether it was there or not.
    void delete(String path, Duration within);

    @Override
    void close();

    /// A value as a part of a path or a query.
    static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
