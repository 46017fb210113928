package org.nafidha.procedures.internal;

import static java.util.Map.entry;

import java.util.Map;
import org.nafidha.procedures.internal.FeelType.Plain;

/** The functions of FEEL that a procedure may call, with what they give. All want their arguments to be there. */
final class Builtins {

	static final Map<String, Plain> RESULTS = Map.ofEntries(
			// conversion
			entry("string", Plain.STRING), entry("number", Plain.NUMBER), entry("date", Plain.DATE), entry("context", Plain.CONTEXT),
			entry("duration", Plain.ANY), entry("years and months duration", Plain.ANY),
			// strings
			entry("substring", Plain.STRING), entry("string length", Plain.NUMBER), entry("upper case", Plain.STRING),
			entry("lower case", Plain.STRING), entry("substring before", Plain.STRING), entry("substring after", Plain.STRING),
			entry("contains", Plain.BOOLEAN), entry("starts with", Plain.BOOLEAN), entry("ends with", Plain.BOOLEAN), entry("matches", Plain.BOOLEAN),
			entry("replace", Plain.STRING), entry("split", Plain.LIST), entry("trim", Plain.STRING), entry("is blank", Plain.BOOLEAN),
			// numbers
			entry("decimal", Plain.NUMBER), entry("floor", Plain.NUMBER), entry("ceiling", Plain.NUMBER), entry("abs", Plain.NUMBER),
			entry("modulo", Plain.NUMBER), entry("sqrt", Plain.NUMBER), entry("round up", Plain.NUMBER), entry("round down", Plain.NUMBER),
			entry("round half up", Plain.NUMBER), entry("round half down", Plain.NUMBER), entry("odd", Plain.BOOLEAN), entry("even", Plain.BOOLEAN),
			// lists
			entry("count", Plain.NUMBER), entry("sum", Plain.NUMBER), entry("min", Plain.ANY), entry("max", Plain.ANY), entry("mean", Plain.NUMBER),
			entry("list contains", Plain.BOOLEAN), entry("all", Plain.BOOLEAN), entry("any", Plain.BOOLEAN), entry("is empty", Plain.BOOLEAN),
			entry("sublist", Plain.LIST), entry("append", Plain.LIST), entry("concatenate", Plain.LIST), entry("reverse", Plain.LIST),
			entry("index of", Plain.LIST), entry("union", Plain.LIST), entry("distinct values", Plain.LIST), entry("flatten", Plain.LIST),
			// dates: nothing reads the clock, so that a formula gives the same answer whenever it is recomputed
			entry("day of week", Plain.STRING), entry("day of year", Plain.NUMBER), entry("month of year", Plain.STRING),
			entry("last day of month", Plain.DATE));

	private Builtins() {
	}
}
