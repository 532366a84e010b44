package dev.gatehouse.model.partner;

/// What a token of game-instance-service is for. Each has its own header `typ` and its own audience, so that
/// none can stand in for another.
public enum PartnerTokenType {
    /// One half of a server's pair: lets it act on players.
    SOCIAL("gatehouse-social+jwt", "gatehouse:social"),
    /// The other half: lets it act on its instance.
    GAME("gatehouse-game+jwt", "gatehouse:game"),
    /// A player's right to enter one instance, once.
    TICKET("gatehouse-ticket+jwt", "gatehouse:ticket");

    private final String typ;
    private final String audience;

    PartnerTokenType(String typ, String audience) {
        this.typ = typ;
        this.audience = audience;
    }

    public String typ() {
        return typ;
    }

    public String audience() {
        return audience;
    }
}
