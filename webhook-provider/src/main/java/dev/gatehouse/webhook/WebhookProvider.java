package dev.gatehouse.webhook;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.Answer;
import dev.gatehouse.provider.Answer.Given;
import dev.gatehouse.provider.Answer.NoServer;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.provider.OneAtATime;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.RunningServer;
import dev.gatehouse.webhook.WebhookMessages.Allocated;
import dev.gatehouse.webhook.WebhookMessages.Listed;
import dev.gatehouse.webhook.WebhookMessages.Page;
import dev.gatehouse.webhook.WebhookMessages.Wanted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks a vendor by HTTP. A server is a resource of its id: put to have it, got to look, deleted to give it back.
public final class WebhookProvider implements GameServerProvider, AutoCloseable {

    public static final String NAME = "webhook";

    /// A vendor whose list does not end is not believed.
    private static final int MAX_PAGES = 1_000;

    private final Vendor vendor;
    private final String suite;
    private final Duration answer;
    private final OneAtATime turns = new OneAtATime();

    /// @param suite whose servers are listed
    /// @param answer how long a call other than an allocation may take
    public WebhookProvider(Vendor vendor, String suite, Duration answer) {
        this.vendor = vendor;
        this.suite = suite;
        this.answer = answer;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer allocate(Allocation allocation) {
        var look = answer.compareTo(allocation.within()) < 0 ? answer : allocation.within();
        return turns.allocate(allocation, server -> describe(server, look), this::put);
    }

    @Override
    public Optional<RunningServer> describe(ServerId server) {
        return describe(server, answer);
    }

    @Override
    public List<RunningServer> list() {
        var servers = new ArrayList<RunningServer>();
        String after = null;
        for (int page = 0; page < MAX_PAGES; page++) {
            var listed = page(after);
            listed.servers().forEach(each -> servers.add(each.toServer()));
            after = listed.next();
            if (after == null) {
                return servers;
            }
        }
        throw new ProviderException("pages: " + MAX_PAGES + " and no end (expected: fewer)");
    }

    @Override
    public void deallocate(ServerId server) {
        vendor.delete(path(server), answer);
    }

    @Override
    public void close() {
        vendor.close();
    }

    private Optional<RunningServer> describe(ServerId server, Duration within) {
        return vendor.get(path(server), Listed.class, within).map(Listed::toServer);
    }

    private Answer put(Allocation allocation) {
        var allocated = vendor.put(
                path(allocation.serverId()), Wanted.of(allocation, suite), Allocated.class, allocation.within());
        if (allocated.hostId() != null) {
            return new Given(allocated.hostId());
        }
        if (allocated.noServer() != null) {
            return new NoServer(allocated.noServer());
        }
        throw new ProviderException("the answer has neither hostId nor noServer");
    }

    private Page page(@Nullable String after) {
        var all = "/servers?suite=" + Vendor.encoded(suite);
        return vendor.get(after == null ? all : all + "&after=" + Vendor.encoded(after), Page.class, answer)
                .orElseThrow(() -> new ProviderException("status of the list: 404 (expected: 200)"));
    }

    private static String path(ServerId server) {
        return "/servers/" + Vendor.encoded(server.value());
    }
}
