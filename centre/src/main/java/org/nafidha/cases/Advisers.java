package org.nafidha.cases;

import java.util.Set;

/**
 * Whoever knows of officers that took part in a case beside its steps: they do not decide on an appeal against it. Contributed by modules above
 * this one; asked within the transaction that draws.
 */
public interface Advisers {

	/** Ids of the officers whose advice lies in the file. */
	Set<String> of(String caseNumber);
}
