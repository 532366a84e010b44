package dev.gatehouse.model.error;

/// How an error is dealt with: the columns that errors of one type mostly share.
record Handling(PlayerReason reason, Family family, Advice advice, DetectedBy detectedBy) {

    Handling except(Column... exceptions) {
        var handling = this;
        for (var exception : exceptions) {
            handling = handling.with(exception);
        }
        return handling;
    }

    private Handling with(Column other) {
        return switch (other) {
            case PlayerReason changed -> new Handling(changed, family, advice, detectedBy);
            case Family changed -> new Handling(reason, changed, advice, detectedBy);
            case Advice changed -> new Handling(reason, family, changed, detectedBy);
            case DetectedBy changed -> new Handling(reason, family, advice, changed);
        };
    }
}
