package org.nafidha.documents.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.documents.IssuedDocument;

/**
 * A row of the register with what only this module needs.
 *
 * @param data canonical JSON, the bytes that the code's hash is over
 * @param print what the page prints beside: office, receipt and the like
 * @param keys that sign it; null for what was registered before this was written down
 */
record StoredDocument(IssuedDocument document, String template, String data, Map<String, Object> print, KeyRing.@Nullable Chosen keys) {
}
