package dev.gatehouse.instance.api.web;

import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceLife.Result.Done;
import dev.gatehouse.instance.life.InstanceLife.Result.Failed;
import dev.gatehouse.instance.life.LifeEvent.TokensRevoked;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The partner tokens of an instance's server, for operators.
@RestController
@RequestMapping("/v1/game-instances")
class TokenController {

    private static final Logger LOG = LoggerFactory.getLogger(TokenController.class);

    private final InstanceLife life;

    TokenController(InstanceLife life) {
        this.life = life;
    }

    @PostMapping("/{id}/revoke-tokens")
    InstanceView revoke(@PathVariable String id) {
        return switch (life.apply(new InstanceId(id), new TokensRevoked())) {
            case Done(var instance, var _) -> {
                LOG.warn("an operator has revoked the tokens of instance {}", instance.id());
                yield InstanceView.of(instance);
            }
            case Failed(var why) -> throw InstanceController.refused(Failure.of(why));
        };
    }
}
