package org.nafidha.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CentreTest
class DatabaseTests {

	@Autowired
	JdbcClient db;
	@Autowired
	HikariDataSource pool;
	@Autowired
	CentreProperties centre;

	@ParameterizedTest
	@ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
	void theRunningServerIsDurable(String setting) {
		assertThat(db.sql("select current_setting('" + setting + "')").query(String.class).single()).isEqualTo("on");
	}

	@Test
	void theApplicationRoleOwnsNothing() {
		assertThat(db.sql("select current_user").query(String.class).single()).isEqualTo("nafidha_app");
		assertThat(db.sql("select count(*) from pg_class where relowner = (select oid from pg_roles where rolname = current_user)").query(Long.class)
				.single()).isZero();
	}

	@Test
	void nobodyIsTrustedWithoutAPassword() throws Exception {
		assertThatThrownBy(() -> DriverManager.getConnection(pool.getJdbcUrl(), "postgres", "postgres").close()).hasMessageContaining("password");
	}

	@Test
	void secretsBelongToTheOwnerAlone() throws IOException {
		try (var files = Files.list(centre.home().resolve("secrets"))) {
			assertThat(files).isNotEmpty()
					.allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
		}
	}
}
