package dev.gatehouse.model.servercode;

/// Decides who may follow the documents of one collection. Asked once for each subscription, on a virtual thread; may
/// block. An exception or a late answer is a no.
@FunctionalInterface
public interface DocumentPolicy {

    DocumentPolicy EVERYBODY = (_, _) -> true;

    /// @param key within the collection; there may be no such document
    boolean mayFollow(Caller caller, String key);
}
