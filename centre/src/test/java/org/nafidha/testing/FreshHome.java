package org.nafidha.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nafidha.agencies.internal.AgencyDouble;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each test context a home folder of its own under {@code target}. */
public final class FreshHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		try {
			Path target = Files.createDirectories(Path.of("target", "homes"));
			TestPropertyValues.of("nafidha.home=" + Files.createTempDirectory(target, "home"), "nafidha.demo=true", "nafidha.city-sheets=400",
					"nafidha.postgres-programs=target/postgres-programs", "nafidha.agencies.url=" + AgencyDouble.ofAllTests().url(),
					"nafidha.agencies.keys=" + AgencyDouble.ofAllTests().keys(), "nafidha.agencies.answer-timeout=1s").applyTo(context);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
