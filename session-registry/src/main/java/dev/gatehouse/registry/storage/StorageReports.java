package dev.gatehouse.registry.storage;

import java.util.List;
import java.util.concurrent.CompletionStage;

/// How the nodes behind the registry keep what is written to them. Safe for use by several threads.
public interface StorageReports {

    /// One report from each node that holds keys. Fails with [dev.gatehouse.registry.RegistryUnavailableException] if
    /// Redis cannot be asked.
    CompletionStage<List<StorageReport>> ask();
}
