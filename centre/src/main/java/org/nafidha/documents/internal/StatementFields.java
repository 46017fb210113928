package org.nafidha.documents.internal;

import java.util.List;
import java.util.Map;
import org.nafidha.documents.IssuedDocument.Field;
import org.nafidha.kernel.Result;

/** What one template prints, taken from the data of a case. A bean for each template. */
interface StatementFields {

	/** Name of the template that it serves. */
	String template();

	/**
	 * The template's own values as texts, booleans and lists of maps of texts: what goes into the canonical data as
	 * {@code fields}. Refused when the case does not know enough.
	 */
	Result<Map<String, Object>> fields(CaseData data);

	/** What the code on the page carries, most important first, the property before all; as many as fit are taken. */
	List<Field> keyFields(Map<String, Object> fields);
}
