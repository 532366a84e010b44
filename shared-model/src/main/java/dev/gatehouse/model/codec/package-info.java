/// What the codecs in the packages below share: for whom a value is encoded, what is said of input that cannot be
/// read, and what stands for members that are absent or hidden. Knows nothing of what the records mean, and of
/// neither sockets nor storage; nor do they.
@NullMarked
package dev.gatehouse.model.codec;

import org.jspecify.annotations.NullMarked;
