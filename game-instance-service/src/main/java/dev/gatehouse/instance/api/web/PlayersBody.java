package dev.gatehouse.instance.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/game-instances/{id}/players`.
record PlayersBody(@Nullable List<PlayerBody> players) {}
