package dev.gatehouse.session.session;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import java.util.Objects;

/// Who may go on with a session: the client that shows its token, its device and its encoding, and that
/// knows the stream or an earlier one of the same session.
final class ResumeRights {

    private final long firstEpoch;
    private ResumeSecrets secrets;

    /// @param firstEpoch of the session's stream, when it was opened
    ResumeRights(long firstEpoch, ResumeSecrets secrets) {
        this.firstEpoch = firstEpoch;
        this.secrets = secrets;
    }

    boolean has(Comeback client, SessionIdentity who) {
        long epoch = client.resume().epoch();
        return secrets.accept(client.resume().resumeToken())
                && client.encoding() == who.encoding()
                && Objects.equals(client.device(), who.device())
                && epoch >= firstEpoch
                && epoch <= who.epoch();
    }

    /// What the socket that a client takes the session from is told. Whoever came with the same token
    /// before hears that somebody else has the session. A client that has the newest one moves itself:
    /// its old socket is no loss to it.
    ConnectionError loser(Resume resume) {
        return secrets.isSpent(resume.resumeToken())
                ? ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION
                : ConnectionError.PROXY_DRAINING;
    }

    /// The hashes once this client has been given the next token.
    ResumeSecrets after(Resume resume, String next) {
        return secrets.after(resume.resumeToken(), next);
    }

    void become(ResumeSecrets next) {
        secrets = next;
    }

    ResumeSecrets secrets() {
        return secrets;
    }

    /// The client has the last token.
    void proven() {
        secrets.proven();
    }

    long firstEpoch() {
        return firstEpoch;
    }
}
