package org.nafidha.cases;

import java.time.Instant;

/**
 * A paper that a citizen brought, or a photograph of an inspection.
 *
 * @param evidence id of the evidence it stands for, or {@link Attachments#photoOf} an inspection
 * @param name the file's name as given, for people only
 * @param mediaType found by looking into the file, never by its name: application/pdf, image/jpeg or image/png
 * @param size bytes
 */
public record Attachment(String id, String person, String evidence, String name, String mediaType, long size, String sha256, Instant at) {

	/** Whether an inspector took it, and not the citizen brought it. */
	public boolean photo() {
		return evidence.startsWith(Attachments.photoOf(""));
	}
}
