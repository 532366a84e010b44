package dev.gatehouse.session.session;

import com.google.protobuf.ByteString;
import org.jspecify.annotations.Nullable;

/// The hashes of the tokens that a session can be resumed with: of the last one, and of the one before
/// it until the client is known to have the last. An answer may be lost, and its token with it.
final class ResumeSecrets {

    private ByteString current;
    private @Nullable ByteString earlier;

    ResumeSecrets(ByteString current, @Nullable ByteString earlier) {
        this.current = current;
        this.earlier = earlier;
    }

    boolean accept(String token) {
        return ResumeTokens.matches(token, current) || (earlier != null && ResumeTokens.matches(token, earlier));
    }

    /// Whether somebody was given another token in exchange for this one, and has not been heard of since.
    boolean isSpent(String token) {
        return !ResumeTokens.matches(token, current);
    }

    /// The client came with one token and is given the next.
    ResumeSecrets after(String presented, String next) {
        return new ResumeSecrets(ResumeTokens.hash(next), ResumeTokens.hash(presented));
    }

    /// The client has the last token.
    void proven() {
        earlier = null;
    }

    ByteString current() {
        return current;
    }

    @Nullable
    ByteString earlier() {
        return earlier;
    }
}
