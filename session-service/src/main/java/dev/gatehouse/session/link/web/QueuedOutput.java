package dev.gatehouse.session.link.web;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.link.LinkFrame;
import dev.gatehouse.model.link.LinkFrame.Kind;
import dev.gatehouse.session.link.LinkOutput;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/// Frames on their way to a proxy. All that waits when the event loop gets to it leaves in one flush, so
/// many shards' small frames become few writes.
final class QueuedOutput implements LinkOutput {

    /// One frame, before it is put into a buffer.
    record Frame(int channel, Kind kind, ByteString payload) {

        int size() {
            return LinkFrame.HEADER_BYTES + payload.size();
        }
    }

    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();

    private final Sinks.Empty<Void> overflow = Sinks.empty();
    private boolean full;

    /// Bounded by [#maxBytes]: past it nothing more is taken.
    private final Sinks.Many<Frame> frames = Sinks.many()
            .unicast()
            .onBackpressureBuffer(Queues.<Frame>unboundedMultiproducer().get());

    QueuedOutput(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public void send(int channel, Kind kind, ByteString payload) {
        var frame = new Frame(channel, kind, payload);
        // Shards write from their own threads, and the sink takes one at a time.
        synchronized (frames) {
            full = full || bytes.addAndGet(frame.size()) > maxBytes;
            if (full) {
                overflow.tryEmitError(new IllegalStateException("the proxy does not read"));
            } else {
                frames.tryEmitNext(frame);
            }
        }
    }

    /// Fails once too much waits. Not in line with the frames, which nobody takes then.
    Mono<Void> overflow() {
        return overflow.asMono();
    }

    /// The frames, for one subscriber.
    Flux<Frame> frames() {
        return frames.asFlux().doOnNext(frame -> bytes.addAndGet(-frame.size()));
    }
}
