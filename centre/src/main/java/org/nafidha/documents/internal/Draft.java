package org.nafidha.documents.internal;

import java.util.List;
import java.util.Map;
import org.nafidha.documents.IssuedDocument.Field;
import org.nafidha.kernel.LocalizedText;

/**
 * A document to be issued, before it has a number.
 *
 * @param code first letters of its number
 * @param validMonths whole months from the day of issue; 0: without end
 * @param fields goes into the canonical data
 * @param print what the page prints beside
 */
record Draft(String code, LocalizedText title, String procedure, int version, String template, String caseNumber, String personId,
		int validMonths, Map<String, Object> fields, List<Field> keyFields, Map<String, Object> print) {
}
