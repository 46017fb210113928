package org.nafidha.identity;

/** What an officer (or a citizen) may do. Procedures name roles by {@link #code()}. */
public enum Role {
	CITIZEN, CLERK, CASHIER, REVIEWER, INSPECTOR, REGISTRAR, HEAD, DIRECTOR, PROCEDURE_ENGINEER, AUDITOR, ADMINISTRATOR;

	/** As written in procedures and tables: {@code procedure-engineer}. */
	public String code() {
		return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
	}

	/** Spring Security's authority. */
	public String authority() {
		return "ROLE_" + name();
	}
}
