package org.nafidha.identity.internal;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/** Passkeys belong to the host of the centre's public address. */
@Configuration(proxyBeanMethods = false)
class RelyingParty {

	@Bean
	UserCredentialRepository passkeyCredentials(DataSource pool) {
		return new JdbcUserCredentialRepository(tables(pool));
	}

	@Bean
	PublicKeyCredentialUserEntityRepository passkeyUsers(DataSource pool) {
		return new JdbcPublicKeyCredentialUserEntityRepository(tables(pool));
	}

	/** Lazy, since on a developer's machine the port is known only when the server runs. */
	@Bean
	@Lazy
	WebAuthnRelyingPartyOperations passkeyOperations(PublicKeyCredentialUserEntityRepository users, UserCredentialRepository credentials,
			CentreProperties centre, Texts texts, Environment environment) {
		URI address = URI.create(centre.publicUrl());
		Set<String> origins = new LinkedHashSet<>(Set.of(centre.publicUrl()));
		if ("localhost".equals(address.getHost())) {
			origins.add("http://localhost:" + environment.getProperty("local.server.port", "8080"));
		}
		return new Webauthn4JRelyingPartyOperations(users, credentials,
				PublicKeyCredentialRpEntity.builder().id(address.getHost()).name(texts.text(Texts.ARABIC, "identity.passkey.party")).build(),
				origins);
	}

	private static JdbcOperations tables(DataSource pool) {
		return new QualifiedTables(pool);
	}
}
