package org.nafidha.cases;

/**
 * What an officer has found wrong with one answer or paper when sending a case back.
 *
 * @param step of the decision
 * @param visit the stay at that step
 * @param field id of an input, or of evidence that the applicant brings
 * @param word to the applicant
 */
public record FieldMark(String step, int visit, String field, String word) {

	/** Characters. */
	public static final int LONGEST = 200;
}
