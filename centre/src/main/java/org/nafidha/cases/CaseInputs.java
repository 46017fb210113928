package org.nafidha.cases;

import java.util.Map;
import org.nafidha.kernel.Refusal;

/** What was typed, read: values to work with, or a refusal for each wrong field. */
public sealed interface CaseInputs {

	record Valid(Map<String, Object> values) implements CaseInputs {
	}

	/** By input id, in the order of the procedure's inputs. */
	record Invalid(Map<String, Refusal> fields) implements CaseInputs {
	}
}
