package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.Member;
import java.util.List;

/// Which players a request changed, of those it named.
public record PlayersChanged(@Member(1) List<PlayerId> players) {}
