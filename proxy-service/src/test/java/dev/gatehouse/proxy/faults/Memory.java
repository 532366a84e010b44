package dev.gatehouse.proxy.faults;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/// How much memory a fault costs: what the sockets' buffers take, at its peak, and the process as a whole where the
/// system says so.
final class Memory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double MEGABYTE = 1 << 20;

    private final long buffersBefore = buffers();
    private final long residentBefore = resident();
    private final AtomicLong most = new AtomicLong(buffersBefore);

    /// Looks at the buffers now.
    void look() {
        most.accumulateAndGet(buffers(), Math::max);
    }

    /// The most that the buffers took more than at first, in bytes.
    long growth() {
        return most.get() - buffersBefore;
    }

    @Override
    public String toString() {
        return "buffers %+.1f MB at most, RSS %+.1f MB"
                .formatted(growth() / MEGABYTE, (resident() - residentBefore) / MEGABYTE);
    }

    private static long buffers() {
        var metric = ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric();
        return metric.usedDirectMemory() + metric.usedHeapMemory();
    }

    private static long resident() {
        try {
            return Files.exists(STATUS)
                    ? Files.readAllLines(STATUS).stream()
                            .filter(line -> line.startsWith("VmRSS"))
                            .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
