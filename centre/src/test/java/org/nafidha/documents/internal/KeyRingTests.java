package org.nafidha.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.journal.EntryId;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Secrets;

/** Keys are replaced while a document waits to be sealed: which of them sign it? */
class KeyRingTests {

	private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
	private static final Instant RENEWAL = START.plus(Duration.ofDays(30));

	@TempDir
	private Path home;

	private final AtomicReference<Instant> now = new AtomicReference<>(START);
	private final KeyRegister register = mock(KeyRegister.class);

	@BeforeEach
	void allKeysAreInUse() {
		when(register.isInUse(anyString())).thenReturn(true);
	}

	@Test
	void aDocumentBegunBeforeARenewalIsSignedWithTheKeysOfItsDay() throws Exception {
		CityKeys before = open();
		Instant begun = RENEWAL.minus(Duration.ofDays(2));
		KeyRing.Chosen chosen = new KeyRing(before, register).choose(begun);
		CityKeys after = renewed();
		assertThat(after.seal().name()).isNotEqualTo(before.seal().name());
		KeyRing.Signers signers = new KeyRing(after, register).of(document(begun, chosen));
		assertThat(signers.seal().certificate()).isEqualTo(before.seal().certificate());
		assertThat(signers.code().name()).isEqualTo(before.code().name());
		assertThat(signers.seal().covers(begun)).isTrue();
		assertThat(after.seal().covers(begun)).as("sealed with the new seal nobody would believe it").isFalse();
	}

	@Test
	void aDocumentWithoutAChoiceGoesByItsDate() throws Exception {
		CityKeys before = open();
		CityKeys after = renewed();
		KeyRing ring = new KeyRing(after, register);
		assertThat(ring.of(document(RENEWAL.minus(Duration.ofDays(2)), null)).code().name()).isEqualTo(before.code().name());
		assertThat(ring.of(document(RENEWAL.plusSeconds(5), null)).code().name()).isEqualTo(after.code().name());
	}

	@Test
	void aKeyThatIsNoLongerHereIsAskedForAndNoOtherTakesItsPlace() throws Exception {
		KeyRing.Chosen chosen = new KeyRing(open(), register).choose(START);
		CityKeys after = renewed();
		KeyRing ring = new KeyRing(new CityKeys(after.seal(), after.code(), after.authority(), null, CityKeys.Former.NONE), register);
		assertThatThrownBy(() -> ring.of(document(START, chosen))).hasMessageContaining(chosen.seal()).hasMessageContaining("former key");
	}

	@Test
	void nothingIsBegunWithAKeyThatHasExpiredOrThatAnotherNodeHasReplaced() throws Exception {
		CityKeys keys = open();
		KeyRing ring = new KeyRing(keys, register);
		assertThatThrownBy(() -> ring.choose(START.plus(Duration.ofDays(6 * 365)))).hasMessageContaining("is not valid on");
		assertThatThrownBy(() -> ring.choose(START.minus(Duration.ofDays(1)))).hasMessageContaining("is not valid on");
		when(register.isInUse(keys.code().name())).thenReturn(false);
		assertThatThrownBy(() -> ring.choose(START)).hasMessageContaining("another node");
	}

	private CityKeys renewed() throws Exception {
		Files.createFile(home.resolve("secrets").resolve("document-keys.renew"));
		now.set(RENEWAL);
		return open();
	}

	private CityKeys open() {
		CentreProperties centre = new CentreProperties(home, ZoneId.of("Asia/Damascus"), true, "http://localhost:8080", "aleppo");
		return new KeyCabinet(centre, new DocumentSettings(null, null, null, null, null, null), new Secrets(centre), now::get).open();
	}

	private static StoredDocument document(Instant at, KeyRing.@Nullable Chosen keys) {
		return new StoredDocument(
				new IssuedDocument("VST-2026-000001-2", new LocalizedText("بيان", "Statement"), "p", 1, "2026-000001-0", "person", at, null,
						new EntryId(1), List.of(), null, null),
				"t", "{}", Map.of(), keys);
	}
}
