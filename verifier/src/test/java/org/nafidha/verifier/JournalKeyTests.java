package org.nafidha.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published example of signed notes: Go's golang.org/x/mod/sumdb/note. */
class JournalKeyTests {
	private static final String VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
	private static final String TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
	private static final String SIGNATURE = "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

	@Test
	void the_published_note_opens_to_its_text() throws Rejected {
		assertThat(JournalKey.parse(VKEY).open(TEXT + "\n" + SIGNATURE)).isEqualTo(TEXT);
	}

	@Test
	void signatures_of_others_beside_it_do_not_matter() throws Rejected {
		String witness = "\u2014 EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
		assertThat(JournalKey.parse(VKEY).open(TEXT + "\n" + witness + SIGNATURE)).isEqualTo(TEXT);
		assertThatThrownBy(() -> JournalKey.parse(VKEY).open(TEXT + "\n" + witness)).hasMessage(Cause.RECEIPT_ORIGIN.key());
	}

	@Test
	void another_text_does_not_open() {
		assertThatThrownBy(() -> JournalKey.parse(VKEY).open("I" + TEXT + "\n" + SIGNATURE)).hasMessage(Cause.RECEIPT_CHECKPOINT.key());
	}

	@ParameterizedTest
	@ValueSource(strings = {"PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
			"PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
			"PeterNeumann+c74f20a3+AR", "PeterNeumann", ""})
	void a_vkey_that_does_not_fit_itself_is_refused(String vkey) {
		assertThatThrownBy(() -> JournalKey.parse(vkey)).hasMessage(Cause.KEYS_BROKEN.key());
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "\n\n", "a\n\n\u2014 b\n", "a\n\nb c\n", "a\n\n\u2014 b c d\n", "a\n\n\u2014 b !\n"})
	void what_is_no_note_is_refused(String note) {
		assertThatThrownBy(() -> JournalKey.parse(VKEY).open(note)).isInstanceOf(Rejected.class);
	}
}
