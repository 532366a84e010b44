package dev.gatehouse.client;

/// Numbers that prove what happened to a session's messages. All but the last three belong to the
/// current session and its numbered messages: nothing was lost or doubled exactly when `acknowledged`
/// reaches `sent`, `handled` equals
/// `received`, and `gaps` is 0.
///
/// @param sent the highest number given to a message of ours
/// @param acknowledged the highest of them that the server has confirmed: it is in the journal
/// @param received the highest number of the server's, without a hole before it
/// @param handled how many messages of the server's were acted on
/// @param duplicates messages that came again and were dropped
/// @param gaps times that a number was missing; each ended a socket
/// @param resent messages of ours that were sent once more after a resume
/// @param refused events of ours that went to nobody
/// @param sockets that were tried
/// @param resumes that succeeded
/// @param sessions that began; more than 1 where a session could not be resumed
public record Statistics(
        long sent,
        long acknowledged,
        long received,
        long handled,
        long duplicates,
        long gaps,
        long resent,
        long refused,
        long sockets,
        long resumes,
        long sessions) {

    static final Statistics NONE = new Statistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Statistics with(long triedSockets, long succeededResumes, long begunSessions) {
        return new Statistics(
                sent,
                acknowledged,
                received,
                handled,
                duplicates,
                gaps,
                resent,
                refused,
                triedSockets,
                succeededResumes,
                begunSessions);
    }
}
