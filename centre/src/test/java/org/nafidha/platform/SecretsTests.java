package org.nafidha.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

	@TempDir
	Path home;

	@Test
	void aSecretIsMadeOnceAndDiffersFromEveryOther() {
		Secrets secrets = new Secrets(centre(true));
		String made = secrets.text("one");
		assertThat(made).hasSize(43).isNotEqualTo(secrets.text("another"));
		assertThat(new Secrets(centre(true)).text("one")).isEqualTo(made);
	}

	@Test
	void whatADemonstrationMadeNeverServesACity() {
		new Secrets(centre(true));
		assertThatThrownBy(() -> new Secrets(centre(false))).isInstanceOf(IllegalStateException.class).hasMessageContaining("demonstration");
	}

	@Test
	void aCitysOwnSecretsAreTakenAgain() {
		String made = new Secrets(centre(false)).text("one");
		assertThat(new Secrets(centre(false)).text("one")).isEqualTo(made);
	}

	@Test
	void aNameThatLeavesTheFolderIsRefused() {
		assertThatThrownBy(() -> new Secrets(centre(true)).file("../one")).isInstanceOf(IllegalArgumentException.class);
	}

	private CentreProperties centre(boolean demo) {
		return new CentreProperties(home, ZoneId.of("Asia/Damascus"), demo, "http://localhost", "aleppo");
	}
}
