package dev.gatehouse.instance.api.web;

import dev.gatehouse.instance.life.InstanceStore.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Says where a list goes on, as RFC 8288 has it.
final class NextPage {

    /// As the request that is answered here, but for `before`; relative, as only whoever asks knows this service's
    /// address.
    static ResponseEntity.BodyBuilder link(Page page) {
        var answer = ResponseEntity.ok();
        page.next().ifPresent(last -> {
            var request = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("before", last.value())
                    .build();
            answer.header(HttpHeaders.LINK, "<?" + request.getQuery() + ">; rel=\"next\"");
        });
        return answer;
    }

    private NextPage() {}
}
