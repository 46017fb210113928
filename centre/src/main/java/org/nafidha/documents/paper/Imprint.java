package org.nafidha.documents.paper;

import java.time.Instant;

/**
 * What a document carries beside its text.
 *
 * @param code text of the QR code
 * @param data the canonical data, embedded as docs/formats.md section 2 says
 * @param author the authority that issues it
 * @param issuedAt also the file's dates, so that the same content gives the same file
 */
public record Imprint(String code, byte[] data, String author, Instant issuedAt) {
}
