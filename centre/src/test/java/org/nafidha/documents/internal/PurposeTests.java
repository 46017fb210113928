package org.nafidha.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.documents.internal.CityKeys.Former;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The seal seals files, the code key signs codes, and neither takes the other's place. */
@CentreTest
class PurposeTests {

	private static final char[] PASSWORD = "only for this test".toCharArray();

	@Autowired
	JdbcClient db;
	@Autowired
	CityKeys inUse;

	private CityKeys keys;

	@BeforeEach
	void foundACity() throws Exception {
		keys = new CertificateOffice("testopolis", true, "http://localhost/ca.crl", Instant.now()).found();
	}

	@Test
	void certificatesSayWhatTheyAreFor() throws Exception {
		assertThat(keys.seal().certificate().getExtendedKeyUsage()).containsExactly(Purpose.SEAL.usage());
		assertThat(keys.code().certificate().getExtendedKeyUsage()).containsExactly(Purpose.CODE.usage());
		assertThat(keys.seal().certificate().getKeyUsage()[1]).as("non-repudiation").isTrue();
		assertThat(keys.code().certificate().getKeyUsage()[1]).isFalse();
		assertThat(StoredKeys.read(StoredKeys.pkcs12(keys, PASSWORD), PASSWORD).code().name()).isEqualTo(keys.code().name());
	}

	@Test
	void aStoreWithTheTwoSwappedIsNotOpened() throws Exception {
		byte[] swapped = StoredKeys.pkcs12(new CityKeys(keys.code(), keys.seal(), keys.authority(), keys.authorityKey(), Former.NONE), PASSWORD);
		assertThatThrownBy(() -> StoredKeys.read(swapped, PASSWORD)).hasMessageContaining("entry seal").hasMessageContaining("entry code");
	}

	@Test
	void aStoreWithOneKeyForBothIsNotOpened() throws Exception {
		CityKeys.Pair both = new CityKeys.Pair(keys.seal().key(),
				Certified.certificate("Both", keys.seal().publicKey(), Objects.requireNonNull(keys.authorityKey()), keys.authority()));
		byte[] one = StoredKeys.pkcs12(new CityKeys(both, both, keys.authority(), keys.authorityKey(), Former.NONE), PASSWORD);
		assertThatThrownBy(() -> StoredKeys.read(one, PASSWORD)).hasMessageContaining("three keys");
	}

	@Test
	@Transactional
	void aKeyThatHasSealedNeverSignsCodes() {
		CityKeys turned = new CityKeys(keys.seal(), inUse.seal(), keys.authority(), null, Former.NONE);
		assertThatThrownBy(() -> new KeyRegister(db, turned, Instant::now)).hasMessageContaining("another purpose");
	}
}
