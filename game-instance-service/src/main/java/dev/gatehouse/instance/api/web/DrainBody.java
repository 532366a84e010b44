package dev.gatehouse.instance.api.web;

import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/game-instances/{id}/drain`.
record DrainBody(@Nullable Integer withinMillis) {}
