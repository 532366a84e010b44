package dev.gatehouse.proxy.link;

/// The link broke before the node answered. Infrastructure, not a refusal: whoever asked decides what it means.
public final class LinkLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LinkLostException(String message) {
        super(message);
    }
}
