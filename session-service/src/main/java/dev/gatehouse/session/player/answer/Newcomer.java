package dev.gatehouse.session.player.answer;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.session.session.Comeback;
import dev.gatehouse.session.session.Line;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A client that has passed the handshake and asks for its session.
///
/// @param proxy where its socket is
/// @param answer told once, before anything is sent on the line
/// @param isAwaited whether it is still there, and has not been answered
public record Newcomer(
        Attach attach, NodeId proxy, Line line, Consumer<AttachAnswer> answer, BooleanSupplier isAwaited) {

    public Newcomer(Attach attach, NodeId proxy, Line line, Consumer<AttachAnswer> answer) {
        this(attach, proxy, line, answer, line::isOpen);
    }

    public Comeback comeback(Resume resume) {
        return new Comeback(resume, attach.device(), attach.encoding(), proxy);
    }
}
