package dev.gatehouse.session.load;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.StoredPlayer;
import dev.gatehouse.registry.lease.Lease;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/// The node's journal, and how many pipelines it has sent to Redis: one for each call, whose answers its caller waits
/// for before it sends another.
public final class CountedJournal implements PlayerJournal {

    private final PlayerJournal journal;
    private final AtomicLong pipelines = new AtomicLong();

    private CountedJournal(PlayerJournal journal) {
        this.journal = journal;
    }

    long pipelines() {
        return pipelines.get();
    }

    @Override
    public CompletionStage<StoredPlayer> load(PlayerKey player) {
        return journal.load(player);
    }

    @Override
    public CompletionStage<List<AppendResult>> append(List<Append> appends) {
        pipelines.incrementAndGet();
        return journal.append(appends);
    }

    @Override
    public CompletionStage<AppendResult> snapshot(Lease lease, long index, ByteString bytes) {
        pipelines.incrementAndGet();
        return journal.snapshot(lease, index, bytes);
    }

    /// Puts it before the node's own.
    public static final class Beans {

        @Bean
        static BeanPostProcessor counted() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof PlayerJournal journal ? new CountedJournal(journal) : bean;
                }
            };
        }
    }
}
