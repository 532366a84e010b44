package dev.gatehouse.proxy.link;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The links to session-service nodes.
///
/// @param watchInterval how often the registry is asked which nodes are live
/// @param connectTimeout how long opening a link may take
/// @param firstRetry how long to wait before a link is opened again; doubles with each failure
/// @param longestRetry the most that this wait grows to
/// @param answerTimeout how long a node may take to attach a session
/// @param reattachTimeout how long a client whose node is gone keeps its socket while no other node has
///     its session; longer than a lease of a session-service node
/// @param silence how long a link may be silent before a ping is sent; three times as long, and it
///     counts as lost
/// @param maxFrameSize the largest frame that a node may send
@ConfigurationProperties("gatehouse.proxy.link")
public record LinkProperties(
        @DefaultValue("1s") Duration watchInterval,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("100ms") Duration firstRetry,
        @DefaultValue("2s") Duration longestRetry,
        @DefaultValue("10s") Duration answerTimeout,
        @DefaultValue("20s") Duration reattachTimeout,
        @DefaultValue("5s") Duration silence,
        @DefaultValue("8MB") DataSize maxFrameSize) {

    public LinkProperties {
        positive("watchInterval", watchInterval);
        positive("connectTimeout", connectTimeout);
        positive("firstRetry", firstRetry);
        positive("answerTimeout", answerTimeout);
        positive("reattachTimeout", reattachTimeout);
        positive("silence", silence);
        if (longestRetry.compareTo(firstRetry) < 0) {
            throw new IllegalArgumentException("longestRetry: " + longestRetry + " (expected: >= " + firstRetry + ")");
        }
        if (maxFrameSize.toBytes() < 1 || maxFrameSize.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("maxFrameSize: " + maxFrameSize + " (expected: 1B to 2GB)");
        }
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
        }
    }
}
