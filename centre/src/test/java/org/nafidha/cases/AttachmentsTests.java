package org.nafidha.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nafidha.kernel.Result;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

@CentreTest
class AttachmentsTests {

	private static final byte[] PDF = "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8);
	private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};

	@Autowired
	Attachments attachments;

	private final String person = UUID.randomUUID().toString();

	@Test
	void aPdfIsTakenInAndComesBack() {
		Attachment taken = accept("وكالة.pdf", PDF).orThrow();
		assertThat(taken.mediaType()).isEqualTo("application/pdf");
		assertThat(attachments.content(taken)).isEqualTo(PDF);
	}

	@ParameterizedTest
	@CsvSource({"scan.pdf,attachment.disguised", "scan.exe,attachment.disguised", "scan.PNG,accepted", "scan,accepted"})
	void aPngIsTakenOnlyUnderAnHonestName(String name, String answer) {
		assertThat(code(accept(name, PNG))).isEqualTo(answer);
	}

	@Test
	void anythingButPicturesAndPdfIsRefused() {
		assertThat(code(accept("a.html", "<script>".getBytes(StandardCharsets.UTF_8)))).isEqualTo("attachment.kind");
		assertThat(code(accept("a.pdf", new byte[0]))).isEqualTo("attachment.empty");
	}

	@Test
	void aHugeFileIsRefusedWithoutBeingReadToItsEnd() {
		long[] read = {0};
		InputStream endless = new InputStream() {
			@Override
			public int read() {
				read[0]++;
				return '%';
			}
		};
		assertThat(code(attachments.accept(person, "mandate", "huge.pdf", endless))).isEqualTo("attachment.too-big");
		assertThat(read[0]).isLessThanOrEqualTo(Attachments.MAX_BYTES + 1);
	}

	@Test
	void onlyTheirOwnersFilesJoinACase() {
		Attachment own = accept("a.pdf", PDF).orThrow();
		attachments.join("2026-000000-0", "somebody-else", List.of(own.id()));
		assertThat(attachments.of("2026-000000-0")).isEmpty();
		attachments.join("2026-case-" + person, person, List.of(own.id()));
		assertThat(attachments.of("2026-case-" + person)).containsExactly(own);
	}

	private Result<Attachment> accept(String name, byte[] content) {
		return attachments.accept(person, "mandate", name, new ByteArrayInputStream(content));
	}

	private static String code(Result<?> result) {
		return result instanceof Result.Refused<?> refused ? refused.refusal().code() : "accepted";
	}
}
