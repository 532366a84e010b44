/// What protoc generates from docs/protocol/gatehouse.proto, for tests only. It knows no null marks.
@NullUnmarked
package gatehouse.v1;

import org.jspecify.annotations.NullUnmarked;
