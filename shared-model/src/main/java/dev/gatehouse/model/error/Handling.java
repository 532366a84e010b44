package dev.gatehouse.model.error;

/// How an error is dealt with: the three columns that errors of one type mostly share.
record Handling(Family family, Advice advice, DetectedBy detectedBy) {

    Handling with(Advice other) {
        return new Handling(family, other, detectedBy);
    }

    Handling with(DetectedBy other) {
        return new Handling(family, advice, other);
    }

    /// Reads well in a table.
    static Handling as(Family family, Advice advice, DetectedBy detectedBy) {
        return new Handling(family, advice, detectedBy);
    }
}
