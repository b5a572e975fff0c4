package techflow.api.config;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends the service when the process that started it is gone: its standard input, a pipe from that process, then ends.
 * Off unless {@code techflow.exit-with-parent} is true, as the launcher sets it.
 */
@Component
@ConditionalOnBooleanProperty("techflow.exit-with-parent")
class ParentWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ParentWatch.class);

    private final ConfigurableApplicationContext context;

    ParentWatch(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofPlatform().daemon().name("parent-watch").start(this::watch);
    }

    private void watch() {
        try {
            while (System.in.read() >= 0) {
                // the launcher says nothing; only the end of the pipe matters
            }
        } catch (IOException e) {
            LOG.debug("standard input broke", e);
        }
        LOG.info("the launcher is gone, so the service ends");
        System.exit(SpringApplication.exit(context, () -> 0));
    }
}
