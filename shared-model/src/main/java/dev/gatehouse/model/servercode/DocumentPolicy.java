package dev.gatehouse.model.servercode;

/// Decides who may follow the documents of one collection. Asked once for each subscription, on a virtual thread; may
/// block. An exception or a late answer is a no.
@FunctionalInterface
public interface DocumentPolicy {

    /// Every player may.
    DocumentPolicy EVERYBODY = (_, _) -> true;

    /// Every client may, in unauthenticated sessions as well.
    DocumentPolicy PUBLIC = new DocumentPolicy() {

        @Override
        public boolean mayFollow(Caller caller, String key) {
            return true;
        }

        @Override
        public boolean admitsUnauthenticated() {
            return true;
        }
    };

    /// @param key within the collection; there may be no such document
    boolean mayFollow(Caller caller, String key);

    /// Whether clients in unauthenticated sessions may ask; [#mayFollow] then has the word about them as well.
    default boolean admitsUnauthenticated() {
        return false;
    }
}
