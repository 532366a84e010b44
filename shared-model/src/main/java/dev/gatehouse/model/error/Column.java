package dev.gatehouse.model.error;

/// A column of the table of errors that most errors of one type have in common.
sealed interface Column permits PlayerReason, Family, Advice, DetectedBy {}
