/// Reads keys from files, such as those of a mounted Kubernetes secret.
@NullMarked
package dev.gatehouse.instance.token.file;

import org.jspecify.annotations.NullMarked;
