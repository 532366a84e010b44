package dev.gatehouse.proxy.link;

import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.link.NodeMessage.Attached;
import dev.gatehouse.model.link.NodeMessage.Close;
import dev.gatehouse.model.link.NodeMessage.Decided;
import dev.gatehouse.model.link.NodeMessage.Ended;
import dev.gatehouse.model.link.NodeMessage.GivenBack;
import dev.gatehouse.model.link.NodeMessage.Hold;
import dev.gatehouse.model.link.NodeMessage.LoggedIn;
import dev.gatehouse.model.link.NodeMessage.OwnedElsewhere;
import dev.gatehouse.model.link.NodeMessage.Refused;
import dev.gatehouse.model.link.NodeMessage.VerifyToken;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What is open and what is unanswered on one link: hands out the numbers of channels and questions, and
/// takes what the node says to whom it concerns. What concerns nobody any more is dropped. Not
/// thread-safe: the link's thread owns it.
public final class LinkBook {

    private final Map<Integer, Entry> channels = new HashMap<>();
    private final Map<Long, CompletableFuture<NodeMessage>> questions = new HashMap<>();
    private int lastChannel;
    private long lastQuestion;
    private boolean lost;

    private record Entry(ChannelListener client, CompletableFuture<NodeMessage> answer, boolean held) {

        Entry hold() {
            return new Entry(client, answer, true);
        }
    }

    /// A channel with its number on this link.
    ///
    /// @param answer [Attached], [Refused] or [OwnedElsewhere]; fails with [LinkLostException]
    public record Opening(int channel, CompletableFuture<NodeMessage> answer) {}

    /// A question with its number on this link.
    ///
    /// @param answer [Decided] or [Ended]; fails with [LinkLostException]
    public record Question(long number, CompletableFuture<NodeMessage> answer) {}

    public Opening open(ChannelListener client) {
        var opening = new Opening(++lastChannel, new CompletableFuture<>());
        if (lost) {
            opening.answer().completeExceptionally(linkLost());
        } else {
            channels.put(opening.channel(), new Entry(client, opening.answer(), false));
        }
        return opening;
    }

    public Question ask() {
        var question = new Question(++lastQuestion, new CompletableFuture<>());
        if (lost) {
            question.answer().completeExceptionally(linkLost());
        } else {
            questions.put(question.number(), question.answer());
        }
        return question;
    }

    /// Nobody waits for this answer any more.
    public void forget(Question question) {
        questions.remove(question.number());
    }

    /// The client on this channel is gone. Answers whether the channel was open.
    public boolean close(int channel) {
        return channels.remove(channel) != null;
    }

    /// Whether the node takes what the client on this channel sends.
    public boolean isOpen(int channel) {
        var entry = channels.get(channel);
        return entry != null && !entry.held();
    }

    /// The node takes nothing more on this channel. Answers whether it did until now.
    public boolean hold(int channel) {
        boolean open = isOpen(channel);
        channels.computeIfPresent(channel, (_, entry) -> entry.hold());
        return open;
    }

    /// A frame for the client on this channel.
    public void receive(int channel, ByteBuffer frame) {
        var entry = channels.get(channel);
        if (entry != null) {
            entry.client().bytes(frame);
        }
    }

    /// Something that the node said on this channel, or on the link's own.
    public void receive(int channel, NodeMessage message) {
        switch (message) {
            case Attached _ -> answer(channels.get(channel), message);
            case Refused _, OwnedElsewhere _ -> answer(channels.remove(channel), message);
            case Close(int code, var frame) -> {
                var entry = channels.remove(channel);
                if (entry != null) {
                    entry.client().closed(code, frame);
                }
            }
            case LoggedIn(String token, var frame) -> {
                var entry = channels.remove(channel);
                if (entry != null) {
                    entry.client().loggedIn(token, frame);
                }
            }
            case GivenBack _ -> {
                var entry = channels.remove(channel);
                if (entry != null) {
                    entry.client().lost();
                }
            }
            case Hold _ -> hold(channel);
            case Decided decided -> answer(decided.request(), message);
            case Ended ended -> answer(ended.request(), message);
            // A question to this proxy: nobody waits for it.
            case VerifyToken _ -> {}
        }
    }

    /// The link is gone: everybody who waits or listens hears of it, once.
    public void lose() {
        lost = true;
        var clients = new ArrayList<>(channels.values());
        var unanswered = new ArrayList<>(questions.values());
        channels.clear();
        questions.clear();
        unanswered.forEach(answer -> answer.completeExceptionally(linkLost()));
        for (var entry : clients) {
            // A client that still waits to be attached hears it as the answer.
            if (!entry.answer().completeExceptionally(linkLost())) {
                entry.client().lost();
            }
        }
    }

    private static void answer(@Nullable Entry entry, NodeMessage message) {
        if (entry != null) {
            entry.answer().complete(message);
        }
    }

    private void answer(long question, NodeMessage message) {
        var answer = questions.remove(question);
        if (answer != null) {
            answer.complete(message);
        }
    }

    private static LinkLostException linkLost() {
        return new LinkLostException("the link to the session node is gone");
    }
}
